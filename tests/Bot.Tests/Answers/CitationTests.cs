using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Answers;

public sealed class CitationTests
{
    [Theory]
    [InlineData("comment payent les Allemands ?")]
    [InlineData("quel est le taux de TVA en Espagne ?")]
    [InlineData("c'est quoi l'OSS ?")]
    [InlineData("les retours en Allemagne ou en Espagne ?")]
    [InlineData("où vendre du vin en ligne ?")]
    [InlineData("quelle commission sur ePRICE ?")]
    [InlineData("Quand j'expédie à un client au Japon, est-ce que je facture la TVA française ?")]
    public async Task EveryCitationLeadsToAPlaceOnOurPagesThatSaysIt(string question)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        var reply = await new ChatScript(bot).SayAsync(question);

        var pages = reply.Parts.OfType<Cite>().Select(cite => cite.Page).OfType<PageLink>().ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var (path, anchor) = page.Address.Split('#') is [var before, var after] ? (before, after) : (page.Address, null);
            await visitor.GoAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, visitor.Status);
            Assert.True(anchor is null || visitor.Page.GetElementById(anchor) is not null, page.Address);
        }
    }

    [Theory]
    [InlineData("fr-FR", "Si votre question porte plutôt sur « ")]
    [InlineData("en-GB", "If your question is rather about “")]
    public async Task WhatElseMayBeMeantIsToldUnderItsName(string locale, string introduction)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync(locale);

        var reply = await chat.SayAsync("Quand j'expédie à un client au Japon, est-ce que je facture la TVA française ?");

        Assert.Contains(reply, activity => activity.Says.Contains(introduction, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChatShowsTheSourceAndThePassage()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var reply = await chat.SayAsync("comment payent les Allemands ?");

        var citations = reply[0].Json.GetProperty("entities")[0].GetProperty("citation").EnumerateArray()
            .Select(claim => claim.GetProperty("appearance").GetProperty("url").GetString()).ToList();
        Assert.StartsWith("https://www.moebelmarkt.de/", citations[0], StringComparison.Ordinal);
        Assert.Equal("http://localhost/marches/allemagne#payment-1", citations[1]);
        Assert.Contains("Notre fiche : Vendre en ligne en Allemagne", reply[0].Says, StringComparison.Ordinal);
    }
}
