namespace CroissanceConnectee.Bot.Desk;

/// Who should take a need. Every expert is judged alone, so that who else is there changes nobody's score.
public static class Matching
{
    // The subject first: somebody who knows customs helps with customs anywhere, who knows a country and not the subject asks
    // a colleague. A sector colours the answer. A region and a level are a preference.
    private const int ThemeWeight = 40;
    private const int MarketWeight = 30;
    private const int SectorWeight = 12;
    private const int LevelWeight = 10;
    private const int RegionWeight = 8;

    // Of an expert who has nobody yet. Below the difference between knowing the theme or the market and taking all of them (two
    // thirds of their weight, 20 at least), so that the free never pass the competent; above sector or region alone, so that
    // firms do not wait for a neighbour.
    private const int RoomWeight = 19;

    // Who takes every market knows less of each than who named it, and more than who named others.
    private const int ShareOfGeneralists = 3;

    public static MatchResult Find(Need need, IEnumerable<Candidate> candidates, IReadOnlyList<Institution> institutions)
    {
        var fitting = new List<(ExpertMatch Match, Candidate Candidate)>();
        var excluded = new List<Exclusion>();
        foreach (var candidate in candidates)
        {
            var match = new ExpertMatch(candidate.Expert, candidate.Load, [.. Reasons(need, candidate)]);
            var obstacles = Obstacles(need, candidate, match).ToList();
            if (obstacles.Count > 0)
            {
                excluded.Add(new Exclusion(candidate.Expert, candidate.Load, obstacles));
            }
            else
            {
                fitting.Add((match, candidate));
            }
        }

        var ranked = fitting
            .OrderByDescending(pair => pair.Match.Score)
            .ThenBy(pair => pair.Match.Load)
            // Who has waited longest; who never had a firm, before all.
            .ThenBy(pair => pair.Candidate.LastGivenAt ?? DateTimeOffset.MinValue)
            .ThenBy(pair => pair.Match.Expert.Email, StringComparer.Ordinal)
            .Select(pair => pair.Match)
            .ToList();
        return new MatchResult(
            ranked,
            [.. excluded.OrderBy(exclusion => exclusion.Expert.Email, StringComparer.Ordinal)],
            ranked.Count > 0 ? [] : Referrals(need, institutions));
    }

    private static IEnumerable<MatchReason> Reasons(Need need, Candidate candidate)
    {
        var expert = candidate.Expert;
        MatchReason?[] reasons =
        [
            Shared(MatchGround.Market, MarketWeight, need.Markets, expert.Markets),
            Shared(MatchGround.Theme, ThemeWeight, One(need.Theme), expert.Themes),
            Shared(MatchGround.Sector, SectorWeight, One(need.Sector), expert.Sectors),
            // Without it there is no match: it explains one, and tells no two apart.
            need.Language is { } language && expert.Languages.Contains(language) ? new MatchReason(MatchGround.Language, 0, [language]) : null,
            Shared(MatchGround.Region, RegionWeight, One(need.Region), expert.Regions),
            need.Level == expert.Kind ? new MatchReason(MatchGround.Level, LevelWeight, []) : null,
            new MatchReason(MatchGround.Room, Room(candidate), []),
        ];
        return reasons.OfType<MatchReason>();
    }

    // Of several markets, the part that the expert knows.
    private static MatchReason? Shared(MatchGround ground, int weight, IReadOnlyList<string> needed, IReadOnlyList<string> covered)
    {
        if (needed.Count == 0)
        {
            return null;
        }

        if (covered.Count == 0)
        {
            return new MatchReason(ground, weight / ShareOfGeneralists, []);
        }

        var shared = needed.Distinct().Where(covered.Contains).ToList();
        return shared.Count == 0 ? null : new MatchReason(ground, weight * shared.Count / needed.Distinct().Count(), shared);
    }

    private static int Room(Candidate candidate) =>
        candidate.Expert.Capacity == 0 ? 0 : RoomWeight * Math.Max(0, candidate.Expert.Capacity - candidate.Load) / candidate.Expert.Capacity;

    private static IEnumerable<Obstacle> Obstacles(Need need, Candidate candidate, ExpertMatch match)
    {
        var expert = candidate.Expert;
        if (!expert.Active)
        {
            yield return new Obstacle(ObstacleKind.Inactive);
        }

        var absences = expert.Absences.Where(absence => absence.Covers(need.Day)).ToList();
        if (absences.Count > 0)
        {
            yield return new Obstacle(ObstacleKind.Absent, absences.Max(absence => absence.To));
        }

        if (candidate.Load >= expert.Capacity)
        {
            yield return new Obstacle(ObstacleKind.Full);
        }

        if (need.Language is { } language && !expert.Languages.Contains(language))
        {
            yield return new Obstacle(ObstacleKind.SpeaksAnotherLanguage);
        }

        if (!expert.Channels.Contains(need.Channel))
        {
            yield return new Obstacle(ObstacleKind.NotOnThisChannel);
        }

        if (NamedOthersOnly(need, expert, match))
        {
            yield return new Obstacle(ObstacleKind.OutsideTheirField);
        }
    }

    // A neighbour with room who named other themes or markets, and nothing of what is asked, would only pass the firm on.
    private static bool NamedOthersOnly(Need need, Expert expert, ExpertMatch match) =>
        (Misses(One(need.Theme), expert.Themes) || Misses(need.Markets, expert.Markets) || Misses(One(need.Sector), expert.Sectors))
        && !match.Reasons.Any(reason => reason is { Ground: MatchGround.Theme or MatchGround.Market or MatchGround.Sector, Codes: not [] });

    private static bool Misses(IReadOnlyList<string> needed, IReadOnlyList<string> covered) =>
        needed.Count > 0 && covered.Count > 0 && !covered.Intersect(needed).Any();

    private static List<Referral> Referrals(Need need, IReadOnlyList<Institution> institutions) =>
    [
        .. institutions.Select(institution => (Institution: institution, Ground: GroundOf(need, institution)))
            .Where(pair => pair.Ground is not null)
            .OrderBy(pair => pair.Ground)
            .Select(pair => new Referral(pair.Institution, pair.Ground!.Value)),
    ];

    private static ReferralGround? GroundOf(Need need, Institution institution) => institution switch
    {
        { Regions: [], Themes: [] } => ReferralGround.EveryFirm,
        _ when need.Region is { } region && institution.Regions.Contains(region) => ReferralGround.OwnRegion,
        _ when need.Theme is { } theme && institution.Themes.Contains(theme) => ReferralGround.Theme,
        _ => null,
    };

    private static string[] One(string? code) => code is null ? [] : [code];
}
