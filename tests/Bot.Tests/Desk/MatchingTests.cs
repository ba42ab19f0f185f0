using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Tests.Desk;

public class MatchingTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 40)];

    [Fact]
    public void WhoKnowsTheSubjectTheMarketTheSectorAndTheRegionSaysSo()
    {
        var expert = People.Someone("a@example.org") with { Markets = ["FR", "DE"], Themes = ["customs"], Sectors = ["vin"], Regions = ["bretagne"] };

        var match = Assert.Single(People.Find(People.CustomsInGermany, new Candidate(expert, 1, null)).Matches);

        Assert.Equal("Pourquoi vous\u00A0: marché Allemagne, thème douane, secteur vins et alcools, parle anglais, région Bretagne, 1 dossier sur 5", People.French.Why(match));
        Assert.Equal("Why you: market Germany, theme customs, sector wine and spirits, speaks English, region Brittany, 1 of 5 cases", People.English.Why(match));
    }

    [Fact]
    public void WhoTakesEverythingSaysSo()
    {
        var match = Assert.Single(People.Find(People.CustomsInGermany, People.Free(People.Someone("a@example.org"))).Matches);

        Assert.Equal(
            "Pourquoi vous\u00A0: tous les marchés, tous les thèmes, tous les secteurs, parle anglais, toutes les régions, 0 dossier sur 5", People.French.Why(match));
    }

    [Theory]
    [InlineData("theme before market", "DE", "", "", "", 0, "", "customs", "", "", 0)]
    [InlineData("market before sector", "", "customs", "vin", "", 0, "DE", "customs", "", "", 0)]
    [InlineData("sector before region", "DE", "customs", "", "bretagne", 0, "DE", "customs", "vin", "", 0)]
    [InlineData("who named the theme before who takes all, however busy", "DE", "", "", "", 0, "DE", "customs", "", "", 4)]
    [InlineData("who named the market before who takes all, however busy", "", "customs", "", "", 0, "DE", "customs", "", "", 4)]
    [InlineData("a free expert before a busy neighbour", "DE", "customs", "", "bretagne", 4, "DE", "customs", "", "", 0)]
    [InlineData("who takes all markets before who named another", "JP", "customs", "", "", 0, "", "customs", "", "", 0)]
    public void SecondIsPreferred(
        string rule, string markets, string themes, string sectors, string regions, int load, string markets2, string themes2, string sectors2, string regions2, int load2)
    {
        var first = new Candidate(Covering("a@example.org", markets, themes, sectors, regions), load, null);
        var second = new Candidate(Covering("b@example.org", markets2, themes2, sectors2, regions2), load2, null);

        var matches = People.Find(People.CustomsInGermany, first, second).Matches;

        Assert.True(matches[0].Expert == second.Expert, rule);
    }

    [Fact]
    public void OfSeveralMarketsThePartThatIsKnownCounts()
    {
        var need = People.CustomsInGermany with { Markets = ["DE", "BE"] };
        var one = People.Free(Covering("one@example.org", "DE", "customs", "", ""));
        var both = People.Free(Covering("z-both@example.org", "BE,DE", "customs", "", ""));

        var matches = People.Find(need, one, both).Matches;

        Assert.Equal(["z-both@example.org", "one@example.org"], matches.Select(match => match.Expert.Email));
        Assert.Contains("marchés Allemagne + Belgique", People.French.Why(matches[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void LevelThatSuitsTheFirmIsPreferred()
    {
        var connector = People.Free(People.Someone("z@example.org") with { Kind = ExpertKind.Connector });
        var expert = People.Free(People.Someone("a@example.org"));

        var matches = People.Find(People.CustomsInGermany with { Level = ExpertKind.Connector }, expert, connector).Matches;

        Assert.Equal("z@example.org", matches[0].Expert.Email);
        Assert.Contains("connecteur bénévole", People.French.Why(matches[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void EqualsAreOrderedByLoadThenByWhoWaitedLongestThenByAddress()
    {
        var day = DateTimeOffset.UnixEpoch;
        var twice = People.Someone("a@example.org") with { Capacity = 10 };
        Candidate[] candidates =
        [
            new(twice, 2, null),
            new(People.Someone("b@example.org"), 1, day.AddDays(2)),
            new(People.Someone("c@example.org"), 1, day.AddDays(1)),
            new(People.Someone("e@example.org"), 1, null),
            new(People.Someone("d@example.org"), 1, null),
        ];

        var matches = People.Find(People.CustomsInGermany, candidates).Matches;

        Assert.Equal(["d", "e", "c", "b", "a"], matches.Select(match => match.Expert.Email[..1]));
    }

    [Theory]
    [InlineData(ObstacleKind.Inactive, "n'est plus en activité")]
    [InlineData(ObstacleKind.Absent, "absence jusqu'au 30 novembre 2026")]
    [InlineData(ObstacleKind.Full, "complet (5 dossiers sur 5)")]
    [InlineData(ObstacleKind.SpeaksAnotherLanguage, "parle seulement français")]
    [InlineData(ObstacleKind.NotOnThisChannel, "ne répond pas par ce canal")]
    [InlineData(ObstacleKind.OutsideTheirField, "ni ce thème, ni ce marché, ni ce secteur")]
    public void WhoCannotTakeItIsNamedWithTheReason(ObstacleKind kind, string told)
    {
        var expert = People.Someone("a@example.org") with { Name = "Anne" };
        var candidate = kind switch
        {
            ObstacleKind.Inactive => People.Free(expert with { Active = false }),
            ObstacleKind.Absent => People.Free(expert with { Absences = [new(People.Today, new(2026, 11, 30))] }),
            ObstacleKind.Full => new Candidate(expert, 5, null),
            ObstacleKind.SpeaksAnotherLanguage => People.Free(expert with { Languages = ["fr"] }),
            ObstacleKind.NotOnThisChannel => People.Free(expert with { Channels = [ExpertChannel.Written] }),
            _ => People.Free(expert with { Markets = ["JP"], Themes = ["vat"] }),
        };

        var result = People.Find(People.CustomsInGermany, candidate);

        Assert.Empty(result.Matches);
        var exclusion = Assert.Single(result.Excluded);
        Assert.Equal(kind, Assert.Single(exclusion.Obstacles).Kind);
        Assert.Equal($"Anne\u00A0: {told}", People.French.WhyNot(exclusion));
        Assert.StartsWith("Anne: ", People.English.WhyNot(exclusion), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryObstacleIsNamedNotTheFirstOnly()
    {
        var expert = People.Someone("a@example.org") with { Active = false, Languages = ["fr"], Channels = [ExpertChannel.Chat] };

        var exclusion = Assert.Single(People.Find(People.CustomsInGermany, new Candidate(expert, 9, null)).Excluded);

        Assert.Equal(4, exclusion.Obstacles.Count);
    }

    [Theory]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-26", false)]
    public void BothEndsOfAnAbsenceAreDaysOff(string day, bool away)
    {
        var expert = People.Someone("a@example.org") with { Absences = [new(new(2026, 11, 23), new(2026, 11, 25))] };

        var result = People.Find(People.CustomsInGermany with { Day = DateOnly.ParseExact(day, "yyyy-MM-dd") }, People.Free(expert));

        Assert.Equal(away, result.Excluded.Count == 1);
    }

    [Fact]
    public void NeedOfWhichNothingIsKnownStillFindsSomebody()
    {
        var need = new Need { Channel = ExpertChannel.Chat, Day = People.Today };
        var expert = Covering("a@example.org", "JP", "vat", "mode", "corse") with { Languages = ["ja"] };

        Assert.Single(People.Find(need, People.Free(expert)).Matches);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void NobodyIsMatchedWhoDoesNotSpeakTheLanguageOfTheFirm(int seed)
    {
        var need = People.AnyNeed(seed) with { Language = "ja" };

        Assert.All(People.Find(need, People.Crowd(seed)).Matches, match => Assert.Contains("ja", match.Expert.Languages));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void MoreLoadNeverRaisesAScore(int seed)
    {
        var need = People.AnyNeed(seed);
        foreach (var candidate in People.Crowd(seed))
        {
            var scores = Enumerable.Range(0, candidate.Expert.Capacity + 2)
                .Select(load => People.Find(need, candidate with { Load = load }).Matches.SingleOrDefault()?.Score ?? -1)
                .ToList();

            Assert.Equal(scores.OrderDescending(), scores);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void WhoLeavesChangesNothingAmongTheOthers(int seed)
    {
        var (need, crowd) = (People.AnyNeed(seed), People.Crowd(seed));
        var all = People.Find(need, crowd).Matches.Select(match => (match.Expert.Email, match.Score)).ToList();
        foreach (var leaving in crowd)
        {
            var others = People.Find(need, crowd.Where(candidate => candidate != leaving)).Matches;

            Assert.Equal(all.Where(match => match.Email != leaving.Expert.Email), others.Select(match => (match.Expert.Email, match.Score)));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void OrderInWhichExpertsAreReadDoesNotMatter(int seed)
    {
        var (need, crowd) = (People.AnyNeed(seed), People.Crowd(seed));
        var shuffled = crowd.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(
            People.Find(need, crowd).Matches.Select(match => match.Expert.Email),
            People.Find(need, shuffled).Matches.Select(match => match.Expert.Email));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void EverybodyIsEitherMatchedOrExcludedWithAReason(int seed)
    {
        var crowd = People.Crowd(seed);
        var result = People.Find(People.AnyNeed(seed), crowd);

        Assert.Equal(crowd.Count, result.Matches.Count + result.Excluded.Count);
        Assert.All(result.Excluded, exclusion => Assert.NotEmpty(exclusion.Obstacles));
        Assert.All(result.Excluded, exclusion => Assert.NotEmpty(People.English.WhyNot(exclusion)));
        Assert.All(result.Matches, match => Assert.NotEmpty(People.English.Why(match)));
    }

    private static Expert Covering(string email, string markets, string themes, string sectors, string regions) => People.Someone(email) with
    {
        Markets = Codes(markets),
        Themes = Codes(themes),
        Sectors = Codes(sectors),
        Regions = Codes(regions),
    };

    private static string[] Codes(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
