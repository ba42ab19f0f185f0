using System.Net;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Site;

public sealed class EmbedTests
{
    [Fact]
    public async Task ChatCanBeFramedByTheSitesThatWereAllowed()
    {
        await using var bot = new BotApplication(("Site:EmbedOrigins:0", "https://www.chambre.example"));
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/embed");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotNull(visitor.Page.GetElementById("chat"));
        Assert.Empty(visitor.Page.QuerySelectorAll(".site-header, .site-footer, [data-do='close']"));
        Assert.Contains("frame-ancestors 'self' https://www.chambre.example;", Policy(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutPermissionOnlyOurOwnPagesFrameIt()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/embed");

        Assert.Contains("frame-ancestors 'self';", Policy(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StarOpensItToEverySite()
    {
        await using var bot = new BotApplication(("Site:EmbedOrigins:0", "*"));
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/embed");

        Assert.Contains("frame-ancestors *;", Policy(visitor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/conversation")]
    [InlineData("/marches/allemagne")]
    [InlineData("/embed/")]
    [InlineData("/integrer")]
    public async Task NothingElseIsEverFramed(string page)
    {
        await using var bot = new BotApplication(("Site:EmbedOrigins:0", "*"));
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(page);

        Assert.Contains("frame-ancestors 'none'", Policy(visitor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chambre.example")]
    [InlineData("https://chambre.example/page")]
    [InlineData("https://a.example; script-src *")]
    public async Task WhatIsNoOriginStopsTheHost(string origin)
    {
        await using var bot = new BotApplication(("Site:EmbedOrigins:0", origin));

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains("Site:EmbedOrigins", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartnersGetASnippetThatLeadsThere()
    {
        await using var bot = new BotApplication(("Site:PublicUrl", "https://export.example.fr"));
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/integrer");

        Assert.Contains("<iframe src=\"https://export.example.fr/embed?lang=fr\"", visitor.Page.QuerySelector(".snippet")!.TextContent, StringComparison.Ordinal);
    }

    private static string Policy(Visitor visitor) => visitor.Response.Headers.GetValues("Content-Security-Policy").Single();
}
