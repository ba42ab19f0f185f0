using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(SiteInChromium))]

namespace CroissanceConnectee.Browser.Tests;

/// Every page, as it is seen: wide, on a phone, and at 400 % on a small screen.
public sealed class PagesTests(SiteInChromium site)
{
    public static TheoryData<string, int, int> PagesAndWindows()
    {
        var data = new TheoryData<string, int, int>();
        string[] site = ["/", "/?lang=en", "/conversation", "/donnees", "/nulle-part", "/developpement/envois", "/telephone"];
        string[] sheets =
        [
            "/marches", "/marches/allemagne", "/marches/allemagne?lang=en", "/marches/etats-unis", "/places-de-marche?pays=DE", "/places-de-marche/amazon",
            "/places-de-marche/comparer", "/places-de-marche/comparer?panier=50&ventes=100&site=amazon&site=onbuy&site=ebay",
            "/places-de-marche/comparer?panier=-5&ventes=x&site=amazon", "/dispositifs?effectif=300", "/dispositifs/vie", "/temoignages", "/temoignages/asphalte?lang=en",
            "/guides", "/guides/tva-oss", "/integrer", "/embed", "/marches/atlantide", "/developpement/lacunes",
        ];
        foreach (var page in site.Concat(sheets))
        {
            data.Add(page, 1280, 900);
            data.Add(page, 360, 640);
        }

        foreach (var page in site)
        {
            data.Add(page, 320, 256);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndWindows))]
    public async Task PageFitsItsWindowAndHasNoSeriousBarrier(string page, int width, int height)
    {
        await using var visitor = await site.VisitAsync(width, height);

        await visitor.GoAsync(page);

        Assert.False(await visitor.ScrollsSidewaysAsync());
        Assert.Empty(await visitor.BarriersAsync());
        Assert.DoesNotContain(visitor.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PhoneShowsTheNoticeAndTheButtonWithoutScrolling()
    {
        await using var visitor = await site.VisitAsync(360, 640);

        await visitor.GoAsync();

        await Expect(visitor.Page.GetByText("Vous parlez à un programme, pas à une personne.")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "01 99 00 20 17" }).First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" })).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task ThingsToTapAreLargeEnough()
    {
        await using var visitor = await site.VisitAsync(360, 640);
        await visitor.GoAsync();

        var heights = await visitor.Page.Locator(".button:visible").EvaluateAllAsync<float[]>("all => all.map(one => one.getBoundingClientRect().height)");

        Assert.NotEmpty(heights);
        Assert.All(heights, height => Assert.True(height >= 44));
    }

    [Fact]
    public async Task SkipLinkIsTheFirstStopAndLeadsToTheContent()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.GoAsync();

        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Aller au contenu" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");

        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WholeConversationWorksWithoutScript()
    {
        await using var visitor = await site.VisitAsync(360, 640, script: false);
        await visitor.GoAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Parler à un conseiller" }).First.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Textbox).FillAsync("06 12 34 56 78");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();

        await Expect(visitor.Page.Locator("#suite")).ToContainTextAsync("Votre référence : CC-");
    }
}
