using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// People of a roster, and what firms need of them.
internal static class People
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static RosterCodes Codes { get; } = new(Sample.Questionnaire);

    public static MatchWords French { get; } = new(Codes, Language.French);

    public static MatchWords English { get; } = new(Codes, Language.English);

    /// Takes everything, in French and English, on every channel.
    public static Expert Someone(string email) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = ExpertKind.Expert,
        Name = email,
        Email = email,
        Languages = ["fr", "en"],
        Channels = [ExpertChannel.Chat, ExpertChannel.Phone, ExpertChannel.Written],
        Capacity = 5,
    };

    public static Candidate Free(Expert expert) => new(expert, 0, LastGivenAt: null);

    public static Need CustomsInGermany { get; } = new()
    {
        Theme = "customs",
        Markets = ["DE"],
        Sector = "vin",
        Language = "en",
        Region = "bretagne",
        Channel = ExpertChannel.Phone,
        Day = Today,
    };

    public static MatchResult Find(Need need, params IEnumerable<Candidate> candidates) => Matching.Find(need, candidates, Institutions.All);

    /// Each seed is one roster of forty.
    public static List<Candidate> Crowd(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 40).Select(i => new Candidate(
            Someone($"p{i:00}@example.org") with
            {
                Kind = random.Next(2) == 0 ? ExpertKind.Connector : ExpertKind.Expert,
                Markets = Some(random, "DE", "BE", "JP", "US"),
                Themes = Some(random, "customs", "vat", "logistics"),
                Sectors = Some(random, "vin", "mode", "industrie"),
                Regions = Some(random, "bretagne", "occitanie"),
                Languages = [.. Some(random, "en", "de", "ja").DefaultIfEmpty("fr")],
                Capacity = random.Next(1, 9),
                Active = random.Next(10) > 0,
                Absences = random.Next(6) == 0 ? [new(Today.AddDays(-1), Today.AddDays(1))] : [],
            },
            random.Next(0, 7),
            random.Next(3) == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(random.Next(4))))];
    }

    public static Need AnyNeed(int seed)
    {
        var random = new Random(-1 - seed);
        return CustomsInGermany with
        {
            Theme = random.Next(4) == 0 ? null : Pick(random, "customs", "vat", "logistics"),
            Markets = Some(random, "DE", "BE", "JP", "US"),
            Sector = random.Next(2) == 0 ? null : Pick(random, "vin", "mode"),
            Region = random.Next(2) == 0 ? null : Pick(random, "bretagne", "occitanie"),
            Language = random.Next(4) == 0 ? null : Pick(random, "en", "de", "fr"),
            Level = random.Next(3) == 0 ? ExpertKind.Connector : null,
        };
    }

    private static string[] Some(Random random, params string[] codes) => [.. codes.Where(_ => random.Next(2) == 0)];

    private static string Pick(Random random, params string[] codes) => codes[random.Next(codes.Length)];
}
