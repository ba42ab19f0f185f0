using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public sealed class ExpiryTests : IDisposable
{
    private readonly TestCorpus corpus = TestCorpus.Standard();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task FactThatHasExpiredIsMarkedAndNoSentenceStatesIt()
    {
        var answer = await AskAsync("valeur d'un cadeau sans droits en Suisse");

        var gift = Assert.Single(answer.Facts, fact => fact.Fact.Key == "customs.gift-limit");
        Assert.True(gift.Expired);
        Assert.DoesNotContain("100 CHF", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FactIsCurrentUntilTheEndOfItsLastDay()
    {
        corpus.Edit("suisse", "validTo: 2025-12-31", "validTo: 2026-11-22");

        var answer = await AskAsync("valeur d'un cadeau sans droits en Suisse");

        Assert.Equal(FactValidity.Current, Assert.Single(answer.Facts, fact => fact.Fact.Key == "customs.gift-limit").Validity);
        Assert.Contains("100 CHF", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextDayItHasExpiredWithoutAReload()
    {
        corpus.Edit("suisse", "validTo: 2025-12-31", "validTo: 2026-11-22");
        var knowledge = corpus.Load();
        corpus.Time.Advance(TimeSpan.FromDays(1));

        var answer = (await knowledge.AskAsync(new Question("valeur d'un cadeau sans droits en Suisse"), TestContext.Current.CancellationToken)).AsAnswer();

        Assert.True(Assert.Single(answer.Facts, fact => fact.Fact.Key == "customs.gift-limit").Expired);
    }

    [Fact]
    public async Task OldValueIsLeftOutWhereACurrentOneHasTakenItsPlace()
    {
        var answer = await AskAsync("taux normal de TVA en Suisse");

        Assert.Equal("8,1\u00a0%", Assert.Single(answer.Facts, fact => fact.Fact.Key == "vat.standard").Fact.Display("fr"));
    }

    private async Task<Answer> AskAsync(string text) =>
        (await corpus.Load().AskAsync(new Question(text), TestContext.Current.CancellationToken)).AsAnswer();
}
