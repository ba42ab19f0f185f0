using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public class FollowUpTests(StandardKnowledge knowledge) : IClassFixture<StandardKnowledge>
{
    [Fact]
    public async Task NewMarketKeepsTheThemeOfTheConversation()
    {
        var germany = await knowledge.AnswerAsync("les retours en Allemagne");

        var spain = await knowledge.AnswerAsync("et en Espagne ?", market: germany.Markets[0], theme: germany.Theme);

        Assert.Equal("espagne#returns-1", spain.Sentences[0].PassageId);
        Assert.Equal(["ES"], spain.Markets);
        Assert.Equal(Themes.Returns, spain.Theme);
    }

    [Fact]
    public async Task NewThemeKeepsTheMarketOfTheConversation()
    {
        var answer = await knowledge.AnswerAsync("et pour les retours ?", market: "ES", theme: Themes.Payment);

        Assert.Equal("espagne#returns-1", answer.Sentences[0].PassageId);
        Assert.Equal(["ES"], answer.Markets);
        Assert.Equal(Themes.Returns, answer.Theme);
    }

    [Fact]
    public async Task RateOfTheConversationsThemeIsQuotedForTheNewMarket()
    {
        var answer = await knowledge.AnswerAsync("et en Suisse ?", market: "DE", theme: Themes.Vat);

        Assert.Equal(("suisse", "8,1\u00a0%"), (answer.Facts[0].ArticleId, answer.Facts[0].Fact.Display("fr")));
    }

    [Fact]
    public async Task EnglishFollowUpWorksAlike()
    {
        var answer = await knowledge.AnswerAsync("and in Spain?", "en", "DE", Themes.Vat);

        Assert.Equal("espagne#vat-1", answer.Sentences[0].PassageId);
    }

    [Fact]
    public async Task MarketNamedInTheQuestionTakesTheInheritedOnesPlace()
    {
        var answer = await knowledge.AnswerAsync("taux de TVA en Espagne", market: "DE", theme: Themes.Returns);

        Assert.All(answer.Sentences, sentence => Assert.Equal("espagne", sentence.ArticleId));
        Assert.Equal(["ES"], answer.Markets);
        Assert.Equal(Themes.Vat, answer.Theme);
    }

    [Fact]
    public async Task InheritedThemeSteersAQuestionThatNamesNone()
    {
        var answer = await knowledge.AnswerAsync("et pour la mode ?", market: "DE", theme: Themes.Returns);

        Assert.Equal("allemagne#returns-2", answer.Sentences[0].PassageId);
    }

    [Fact]
    public async Task ThemeThatTheNewMarketsArticleLacksIsNotMadeUp()
    {
        var none = await knowledge.NoAnswerAsync("et en Suisse ?", market: "DE", theme: Themes.Payment);

        Assert.Equal(NoAnswerReason.NothingFound, none.Reason);
        Assert.Equal("suisse", Assert.Single(none.NearSubjects).ArticleId);
    }

    [Fact]
    public async Task NewSubjectIsAnsweredEvenIfTheInheritedMarketHasNoArticle()
    {
        var oss = await knowledge.AnswerAsync("c'est quoi l'OSS ?", market: "JP");
        var insurance = await knowledge.AnswerAsync("combien couvre l'assurance prospection", market: "JP");
        var rate = await knowledge.NoAnswerAsync("et le taux de TVA ?", market: "JP");

        Assert.Equal("tva-oss", oss.Sentences[0].ArticleId);
        Assert.Equal("assurance-prospection", insurance.Sentences[0].ArticleId);
        Assert.Equal(NoAnswerReason.MarketNotCovered, rate.Reason);
    }

    [Theory]
    [InlineData("et alors ?")]
    [InlineData("c'est quoi ?")]
    public async Task ThemeWithoutMarketNorSubjectIsNoQuestion(string question)
    {
        var none = await knowledge.NoAnswerAsync(question, theme: Themes.Returns);

        Assert.Equal(NoAnswerReason.EmptyQuestion, none.Reason);
    }

    [Fact]
    public async Task InheritedMarketOrThemeThatNobodyKnowsDoesNoHarm()
    {
        var market = await knowledge.AskAsync("taux de TVA", market: "ZZ");
        var theme = await knowledge.AskAsync("et en Espagne ?", theme: "football");

        Assert.Equal(NoAnswerReason.MarketNotCovered, Assert.IsType<NoAnswer>(market).Reason);
        Assert.Equal(NoAnswerReason.NothingFound, Assert.IsType<NoAnswer>(theme).Reason);
    }
}
