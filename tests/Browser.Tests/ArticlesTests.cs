using System.Text.RegularExpressions;
using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests;

/// The sheets and their lists, and the way to them from the chat.
public sealed partial class ArticlesTests(SiteInChromium site)
{
    [Fact]
    public async Task CitationInTheChatLeadsToThePassage()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenChatAsync();
        await visitor.SayAsync("comment payent les Allemands ?");
        var citation = visitor.Bubbles.GetByRole(AriaRole.Link, new() { NameRegex = OurSheet() }).First;

        var address = await citation.GetAttributeAsync("href");
        await visitor.GoAsync(address!);

        await Expect(visitor.Page.Locator(":target")).ToContainTextAsync("PayPal est le premier moyen de paiement");
        await Expect(visitor.Page.Locator(":target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task OneTapSaysWhetherTheAnswerHelped()
    {
        await using var visitor = await site.VisitAsync(360, 640);
        await visitor.OpenChatAsync();
        await visitor.SayAsync("comment payent les Allemands ?");

        await visitor.Suggestion("Non").First.ClickAsync();

        await Expect(visitor.Bubbles.Filter(new() { HasText = "Merci de le dire" })).ToBeVisibleAsync();
        await Expect(visitor.Suggestion("Parler à un conseiller")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task QuestionOfASheetIsAskedInTheChat()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.GoAsync("/marches/allemagne");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Comment payent les Allemands" }).ClickAsync();

        await Expect(visitor.Bubbles.Filter(new() { HasText = "PayPal est le premier" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CostsAreComparedFromTheTableWithoutScript()
    {
        await using var visitor = await site.VisitAsync(360, 640, script: false);
        await visitor.GoAsync("/places-de-marche?pays=GB");

        await visitor.Page.GetByLabel("Comparer Amazon").CheckAsync();
        await visitor.Page.GetByLabel("Comparer OnBuy").CheckAsync();
        await visitor.Page.GetByLabel("Panier moyen").FillAsync("49,90");
        await visitor.Page.GetByLabel("Commandes par mois").FillAsync("100");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Estimer le coût" }).ClickAsync();

        await Expect(visitor.Page.Locator(".estimate")).ToHaveCountAsync(2);
        await Expect(visitor.Page.Locator(".estimate").Last).ToContainTextAsync("GBP");
    }

    [Fact]
    public async Task EmbeddedChatOpensByItself()
    {
        await using var visitor = await site.VisitAsync(360, 640);

        await visitor.GoAsync("/embed?lang=en");

        await Expect(visitor.Suggestion("Ask a question")).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task ReferenceOfTheApiShowsItselfWithoutAskingAnotherSite()
    {
        await using var visitor = await site.VisitAsync();

        await visitor.GoAsync("/scalar/");

        await Expect(visitor.Page.GetByText("/api/answers").First).ToBeVisibleAsync();
        Assert.All(visitor.Requested, address => Assert.StartsWith(site.Bot.Address.AbsoluteUri, address, StringComparison.Ordinal));
        Assert.DoesNotContain(visitor.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [GeneratedRegex("Notre fiche")]
    private static partial Regex OurSheet();
}
