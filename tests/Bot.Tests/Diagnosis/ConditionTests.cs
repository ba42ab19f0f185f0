using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("headcount=12", 10, 49, Truth.Yes)]
    [InlineData("headcount=9", 10, 49, Truth.No)]
    [InlineData("headcount=small", 10, 49, Truth.Yes)]
    [InlineData("headcount=small", 12, 49, Truth.No)]
    [InlineData("headcount=?", 1, 49, Truth.No)]
    [InlineData("", 1, 49, Truth.Maybe)]
    public void BandCountsOnlyWhenAllOfItLiesBetweenTheBounds(string answers, int min, int max, Truth expected)
    {
        var condition = new AnswerIs("headcount", new Between(min, max));

        Assert.Equal(expected, condition.On(Sheet(answers)));
    }

    [Fact]
    public void QuestionThatIsNotAskedHasNoAnswerForGood()
    {
        var condition = new AnswerIs("marketplaces", new Among(new HashSet<string> { "amazon" }));

        Assert.Equal(Truth.Maybe, condition.On(Sheet("activity=vin")));
        Assert.Equal(Truth.No, condition.On(Sheet("channels=offline")));
    }

    [Theory]
    [InlineData("", Truth.Maybe)]
    [InlineData("site=shop", Truth.No)]
    [InlineData("site=none", Truth.Yes)]
    [InlineData("site=?", Truth.Yes)]
    public void NoneIsTheOppositeAndMaybeStaysMaybe(string answers, Truth expected)
    {
        var condition = new NoneOf([new AnswerIs("site", new Among(new HashSet<string> { "shop" }))]);

        Assert.Equal(expected, condition.On(Sheet(answers)));
    }

    [Theory]
    [InlineData("site=shop", Truth.Yes, Truth.Maybe)]
    [InlineData("site=none", Truth.Maybe, Truth.No)]
    [InlineData("site=none headcount=?", Truth.Yes, Truth.No)]
    public void AnyTakesTheBestAndAllTheWorst(string answers, Truth any, Truth all)
    {
        Condition[] conditions = [new AnswerIs("site", new Among(new HashSet<string> { "shop" })), new AnswerIs("headcount", new IsUnknown())];

        Assert.Equal(any, new AnyOf(conditions).On(Sheet(answers)));
        Assert.Equal(all, new AllOf(conditions).On(Sheet(answers)));
    }

    [Theory]
    [InlineData("target_markets=DE,BE,ES,IT", Truth.Yes)]
    [InlineData("target_markets=DE", Truth.No)]
    [InlineData("target_markets=?", Truth.No)]
    public void ChoicesCanBeCounted(string answers, Truth expected)
    {
        var condition = new AnswerIs("target_markets", new CountIs(4, 99));

        Assert.Equal(expected, condition.On(Sheet(answers)));
    }

    [Fact]
    public void ScoreThatIsNotKnownHoldsNothing()
    {
        var condition = new ScoreIs("regles", 0, 100);

        Assert.Equal(Truth.No, condition.On(Sheet("")));
        Assert.Equal(Truth.Yes, condition.On(new AnswerSheet(Sample.Questionnaire, new Dictionary<string, Answer>()) { Scores = new Dictionary<string, int> { ["regles"] = 40 } }));
    }

    private static AnswerSheet Sheet(string answers) => Interview.Sheet(Sample.Questionnaire, Sample.Progress(answers));
}
