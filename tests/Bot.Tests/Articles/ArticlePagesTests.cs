using System.Net;
using AngleSharp.Dom;
using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Articles;

public sealed class ArticlePagesTests
{
    [Fact]
    public async Task EveryArticleHasItsPageAndEveryPassageFactAndSourceItsAnchor()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        foreach (var article in bot.Services.GetRequiredService<KnowledgeBase>().Articles)
        {
            await visitor.GoAsync(ArticleAddress.Of(article));
            var ids = visitor.Page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Superset(
                article.Sections.SelectMany(section => section.Passages.Select(passage => ArticleAddress.AnchorOf(passage.Id)).Append(section.Anchor))
                    .Concat(article.Facts.Select(fact => ArticleAddress.AnchorOf(article, fact)))
                    .Concat(article.Sources.Select(ArticleAddress.AnchorOf)).Append(ArticleAddress.SummaryAnchor).ToHashSet(),
                ids.ToHashSet());
        }
    }

    [Fact]
    public async Task SheetShowsItsFactsWithDateAndSource()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/marches/allemagne");

        var vat = visitor.Page.QuerySelector("[id='fait-vat.standard']")!;
        Assert.Contains("19\u00A0%", vat.TextContent, StringComparison.Ordinal);
        Assert.Contains("22 novembre 2026", vat.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("https://", vat.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Amazon", visitor.Page.QuerySelector("[aria-labelledby='places-de-marche']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Asphalte", visitor.Page.QuerySelector("[aria-labelledby='temoignages']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FactThatHasExpiredIsMarked()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/marches/etats-unis");

        var old = Assert.Single(visitor.Page.QuerySelectorAll("tr.expired"), row => row.TextContent.Contains("800", StringComparison.Ordinal));
        Assert.Contains("Périmé\u00A0: valable jusqu'au 28 août 2025", old.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnglishPageSaysWhatIsLeftInFrench()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/marches/allemagne?lang=en");

        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Selling online in Germany", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("The text of this sheet is in French", visitor.Words, StringComparison.Ordinal);
        Assert.Equal("Payment", visitor.Page.QuerySelector("#payment")!.TextContent);
        Assert.Equal("fr", visitor.Page.QuerySelector("#payment-1")!.Closest("[lang]")!.GetAttribute("lang"));
        Assert.Contains("Standard VAT rate", visitor.Page.QuerySelector("[id='fait-vat.standard']")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/marches/atlantide")]
    [InlineData("/marches/amazon")]
    [InlineData("/places-de-marche/allemagne")]
    [InlineData("/marches/..%2f..%2fappsettings")]
    [InlineData("/guides/%3Cscript%3E")]
    [InlineData("/dispositifs/vie.md")]
    [InlineData("/marches/allemagne/payment")]
    public async Task WhatIsNoArticleOfThatKindIsNotFound(string address)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Contains("Cette page n'existe pas", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", visitor.Page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarketsAreListedByRegionAndCanBeNarrowed()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/marches");
        var all = visitor.Page.QuerySelectorAll(".countries a").Length;
        await visitor.GoAsync("/marches?region=afrique");

        Assert.True(all >= 32);
        Assert.Equal(["Côte d'Ivoire", "Maroc", "Sénégal", "Tunisie"], visitor.Page.QuerySelectorAll(".countries a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task MarketplacesAreFilteredByCountryCategoryAndLanguage()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/places-de-marche?pays=PL&categorie=culture&langue=pl");

        var names = visitor.Page.QuerySelectorAll(".marketplaces tbody th a").Select(link => link.TextContent).ToList();
        Assert.Contains("Empik", names);
        Assert.Contains("Amazon", names);
        Assert.DoesNotContain("Leroy Merlin", names);
    }

    [Theory]
    [InlineData("/places-de-marche?pays=%3Cscript%3Ealert(1)%3C/script%3E&categorie=../..&langue=zz", ".marketplaces tbody tr")]
    [InlineData("/places-de-marche?pays=FR&pays=DE", ".marketplaces tbody tr")]
    [InlineData("/marches?region=lune", ".countries li")]
    [InlineData("/dispositifs?region=Atlantide&type=magie&effectif=-3", ".items li")]
    [InlineData("/temoignages?secteur=%00&pays=XX", ".items li")]
    public async Task FilterThatMeansNothingNarrowsNothing(string address, string items)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(address);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotEmpty(visitor.Page.QuerySelectorAll(items));
        Assert.DoesNotContain("alert(1)", visitor.Page.Scripts.Select(script => script.TextContent));
    }

    [Fact]
    public async Task SchemeThatTheHeadcountRulesOutComesLast()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/dispositifs?effectif=300");

        Assert.Contains("France Num", visitor.Page.QuerySelector("[aria-labelledby='ecartes']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("France Num", visitor.Page.QuerySelector(".listing > .items")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CostsStandSideBySideInTheirCurrency()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/places-de-marche/comparer?panier=50&ventes=100&monnaie=EUR&site=amazon&site=onbuy");

        var totals = visitor.Page.QuerySelectorAll(".estimate .total strong").Select(total => total.TextContent).ToList();
        Assert.Equal(2, totals.Count);
        Assert.Contains("€", totals[0], StringComparison.Ordinal);
        Assert.Contains("GBP", totals[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5", "100")]
    [InlineData("0", "100")]
    [InlineData("50", "2,5")]
    [InlineData("99999999999999999999999999", "100")]
    [InlineData("50", "99999999999")]
    [InlineData("%3Cb%3E", "%22%3E%3Cscript%3E")]
    public async Task SalesThatMakeNoSenseAreSaidToBeWrong(string basket, string orders)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync($"/places-de-marche/comparer?panier={basket}&ventes={orders}&site=amazon&site=../../etc&site=allemagne");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotEmpty(visitor.Page.QuerySelectorAll("[aria-invalid='true']"));
        Assert.Empty(visitor.Page.QuerySelectorAll(".estimate"));
        Assert.Empty(visitor.Page.QuerySelectorAll("form script, form b"));
    }

    [Fact]
    public async Task LandingPageLeadsToEveryList()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        var links = visitor.Page.QuerySelectorAll("#landing a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Superset(new HashSet<string?> { "/marches", "/places-de-marche", "/dispositifs", "/temoignages", "/guides" }, links.ToHashSet());
    }
}
