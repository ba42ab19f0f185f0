using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class ScoringTests
{
    [Fact]
    public void ScoreIsTheWeightedMeanOfThePoints()
    {
        // channels 7 of 10 with weight 2, site 10 of 10 with weight 3.
        var axis = Axis("channels=mixed site=shop", "vitrine");

        Assert.Equal(88, axis.Score);
    }

    [Fact]
    public void EveryAnswerIsAReasonForOrAgainst()
    {
        var axis = Axis("channels=mixed site=none", "vitrine");

        Assert.Contains(axis.Reasons, reason => reason is { QuestionId: "channels", Effect: ReasonEffect.For, Text.Fr: "vous vendez en ligne et ailleurs" });
        Assert.Contains(axis.Reasons, reason => reason is { QuestionId: "site", Effect: ReasonEffect.Against, Text.En: "you have no website" });
    }

    [Fact]
    public void AnswerNotGivenIsLeftOutAndSaysSo()
    {
        var axis = Axis("channels=mixed site=?", "vitrine");

        Assert.Equal(70, axis.Score);
        Assert.Contains(axis.Reasons, reason => reason is { QuestionId: "site", Effect: ReasonEffect.NotCounted });
    }

    [Fact]
    public void NotKnowingCountsWhereKnowingIsWhatIsAsked()
    {
        var axis = Axis("vat=?", "regles");

        Assert.Equal(0, axis.Score);
        Assert.Contains(axis.Reasons, reason => reason is { QuestionId: "vat", Effect: ReasonEffect.Against, Text.Fr: "vous ne savez pas quelle TVA facturer en Europe" });
    }

    [Fact]
    public void AxisWithoutAnAnswerIsNotKnownAndDoesNotPullTheLevelDown()
    {
        var result = Sample.Result("channels=online_only site=shop");

        Assert.False(result.Axes.Single(axis => axis.Id == "regles").Known);
        Assert.Equal(result.Axes.Single(axis => axis.Id == "vitrine").Score, result.Overall);
    }

    [Fact]
    public void ChoicesAddUpToFullPointsAndNoFurther()
    {
        var some = Axis("marketing=google,social", "clients");
        var all = Axis("marketing=google,social,ads,email,influence", "clients");

        Assert.Equal(60, some.Score);
        Assert.Equal(100, all.Score);
    }

    [Fact]
    public void LevelGoesFromDiscoveryToGrowth()
    {
        var beginner = Sample.Result(
            "activity=alimentation headcount=3 customers=particuliers product=frais channels=offline site=none export_experience=never target_markets=? "
            + "marketing=none shipping=no vat=no people=nobody skills=none budget=0");
        var exporter = Sample.Result(
            "activity=mode headcount=30 customers=particuliers product=facile channels=online_only site=shop marketplaces=zalando,amazon export_experience=regular "
            + "export_markets=BE,DE target_markets=IT localisation=all measure=yes returns=written tax_setup=us people=dedicated budget=40000");

        Assert.Equal((1, "decouverte"), (beginner.Level.Step, beginner.Level.Id));
        Assert.Equal((4, "croissance"), (exporter.Level.Step, exporter.Level.Id));
    }

    [Fact]
    public void ScoresStayBetweenZeroAndAHundredForEveryFirm()
    {
        var results = Enumerable.Range(0, 500).Select(seed => Sample.Result(Sample.Walk(seed).Last())).ToList();

        Assert.All(results.SelectMany(result => result.Axes), axis => Assert.InRange(axis.Score, 0, 100));
        Assert.Equal(4, results.Select(result => result.Level.Id).Distinct().Count());
    }

    private static AxisScore Axis(string answers, string id) => Sample.Result(answers).Axes.Single(axis => axis.Id == id);
}
