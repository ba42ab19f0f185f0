using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class PlanTests
{
    private const string Winegrower =
        "activity=vin headcount=6 region=na customers=both product=regle,lourd channels=offline site=showcase export_experience=sometimes "
        + "target_markets=BE,GB localisation=none marketing=none vat=no customs=no people=owner skills=languages budget=8000 obstacles=rules,time";

    private const string Designer =
        "activity=mode headcount=1 region=idf customers=particuliers product=facile channels=online_only site=shop marketplaces=none export_experience=never "
        + "target_markets=DE site_languages=french marketing=social payment=card shipping=roughly vat=heard people=owner budget=1500 obstacles=customers";

    private const string Manufacturer =
        "activity=industrie headcount=80 region=ara customers=pros product=lourd channels=mixed site=shop marketplaces=none export_experience=regular "
        + "export_markets=DE,CH target_markets=US online_share=5 localisation=langue,prix tax_setup=improvise people=part budget=60000 obstacles=customers,money";

    public static readonly IReadOnlyList<DiagnosisResult> ManyFirms = [.. Enumerable.Range(0, 1500).Select(seed => Sample.Result(Sample.Walk(seed).Last()))];

    [Fact]
    public void EveryFirmGetsThreeToSevenActions()
    {
        var wrong = ManyFirms.Where(firm => firm.Plan.Count is < 3 or > 7).Select(Describe).ToList();

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void EveryActionHasAReasonInTheFirmsOwnWordsAndSomethingToReadOn()
    {
        var actions = ManyFirms.SelectMany(firm => firm.Plan).ToList();

        Assert.Empty(Wrong(action => action.Because.Fr.StartsWith("Parce que vous avez dit que ", StringComparison.Ordinal)));
        Assert.Empty(Wrong(action => action.Because.En.StartsWith("Because you told us that ", StringComparison.Ordinal)));
        Assert.Empty(Wrong(action => !(action.Title.Fr + action.Text.Fr + action.Because.Fr + action.Title.En + action.Text.En + action.Because.En).Contains('{', StringComparison.Ordinal)));
        Assert.Empty(Wrong(action => action.Links.Count > 0));

        IEnumerable<string> Wrong(Func<Recommendation, bool> right) => actions.Where(action => !right(action)).Select(action => action.Id).Distinct();
    }

    [Fact]
    public void ActionsComeMostEffectFirstAndOfSeveralKinds()
    {
        Assert.All(ManyFirms.Select(firm => firm.Plan.Select(action => action.Effect).ToList()), effects => Assert.Equal(effects.OrderDescending(), effects));
        var alike = ManyFirms.Where(firm => firm.Plan.Select(action => action.Kind).Distinct().Count() < 2).Select(Describe).ToList();

        Assert.True(alike.Count == 0, string.Join(Environment.NewLine, alike));
    }

    [Fact]
    public void EveryRuleIsForSomeFirm()
    {
        var made = ManyFirms.SelectMany(firm => firm.Plan).Select(action => action.Id).ToHashSet();
        var fitting = Enumerable.Range(0, 1500).SelectMany(seed => Fitting(Sample.Walk(seed).Last())).ToHashSet();

        Assert.Empty(Sample.Version.Rules.Rules.Select(rule => rule.Id).Except(fitting));
        Assert.True(made.Count >= 40, $"only {made.Count} rules ever make it into a plan");
    }

    [Fact]
    public void EveryLinkLeadsToAnArticle()
    {
        var links = Sample.Version.Rules.Rules.SelectMany(rule => rule.Links).Append(Sample.Version.Rules.RegionalAid.Article).Distinct();

        Assert.Empty(links.Except(Sample.Articles.Keys));
    }

    [Fact]
    public void ThereAreAtLeastThirtyRulesOfEveryKindThatRulesMake()
    {
        var rules = Sample.Version.Rules.Rules;

        Assert.True(rules.Count >= 30);
        Assert.Equal(
            Enum.GetValues<RecommendationKind>().Except([RecommendationKind.Story]).Order(),
            rules.Select(rule => rule.Kind).Distinct().Order());
    }

    [Fact]
    public void ThreeVeryDifferentFirmsGetThreeDifferentPlans()
    {
        var plans = new[] { Winegrower, Designer, Manufacturer }.Select(Sample.Result).Select(firm => firm.Plan.Select(action => action.Id).ToList()).ToList();

        Assert.Contains("customs-number", plans[0]);
        Assert.Contains("regional-aid", plans[0]);
        Assert.Contains("translate-site", plans[1]);
        Assert.Contains("crafts-on-etsy", plans[1]);
        Assert.Contains("tidy-taxes", plans[2]);
        Assert.Contains("us-duties", plans[2]);
        Assert.All(plans.SelectMany(plan => plans.Where(other => other != plan), (plan, other) => plan.Intersect(other).Count()), shared => Assert.InRange(shared, 0, 2));
    }

    [Fact]
    public void StoryOfTheSameSectorIsToldWithItsReason()
    {
        var story = Sample.Result(Winegrower).Plan.Single(action => action.Kind == RecommendationKind.Story);

        var article = Sample.Articles[story.Links.Single().ArticleId];
        Assert.Equal("vin", article.Story?.Sector);
        Assert.Contains("vous vendez du vin ou des alcools", story.Because.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void NoStoryIsBetterThanAFarOne()
    {
        var plan = Sample.Result(Manufacturer.Replace("export_markets=DE,CH target_markets=US", "export_markets=PT target_markets=MX", StringComparison.Ordinal)).Plan;

        Assert.DoesNotContain(plan, action => action.Kind == RecommendationKind.Story);
    }

    [Theory]
    [InlineData("headcount=8", true)]
    [InlineData("headcount=10", false)]
    [InlineData("headcount=micro", true)]
    [InlineData("headcount=?", false)]
    public void SchemeIsLeftOutWhenItsArticleRulesTheFirmOut(string answers, bool outOfReach)
    {
        var firm = Firm.Of(Interview.Sheet(Sample.Questionnaire, Sample.Progress(answers)), Sample.Version.Rules.RegionalAid);

        Assert.Equal(outOfReach, SchemeCheck.IsOutOfReach(new SchemeConditions { HeadcountMin = 10 }, firm));
    }

    [Theory]
    [InlineData("channels=online_only", true)]
    [InlineData("channels=mixed", false)]
    [InlineData("channels=?", false)]
    public void SchemeThatExcludesPurePlayersIsNotForThem(string answers, bool outOfReach)
    {
        var firm = Firm.Of(Interview.Sheet(Sample.Questionnaire, Sample.Progress(answers)), Sample.Version.Rules.RegionalAid);

        Assert.Equal(outOfReach, SchemeCheck.IsOutOfReach(new SchemeConditions { ExcludesPurePlayers = true }, firm));
    }

    [Fact]
    public void SchemeOfOneRegionOrSectorIsNotForTheOthers()
    {
        var firm = new Firm { Region = "Bretagne", Sectors = ["vin"] };

        Assert.False(SchemeCheck.IsOutOfReach(new SchemeConditions { Regions = ["bretagne"], Sectors = ["vin", "mode"] }, firm));
        Assert.True(SchemeCheck.IsOutOfReach(new SchemeConditions { Regions = ["Occitanie"] }, firm));
        Assert.True(SchemeCheck.IsOutOfReach(new SchemeConditions { Sectors = ["mode"] }, firm));
    }

    private static string Describe(DiagnosisResult firm) =>
        string.Join(' ', firm.Answers.Select(answer => $"{answer.QuestionId}={answer.Answer.En}").Append("=>").Concat(firm.Plan.Select(action => action.Id)));

    private static IEnumerable<string> Fitting(DiagnosisProgress progress)
    {
        var axes = Scoring.Score(Interview.Sheet(Sample.Questionnaire, progress));
        var sheet = new AnswerSheet(Sample.Questionnaire, progress.Answers) { Scores = axes.Where(axis => axis.Known).ToDictionary(axis => axis.Id, axis => axis.Score) };
        return Sample.Version.Rules.Rules.Where(rule => sheet.Holds(rule.When)).Select(rule => rule.Id);
    }
}
