using CroissanceConnectee.Browser.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Desk;

/// The desk of the experts, with a passkey in the visitor's own device.
public sealed class DeskDoorTests(SiteInChromium site)
{
    [Fact]
    public async Task PersonMakesAPasskeyAndComesBackWithIt()
    {
        await using var visitor = await site.VisitAsync(byName: true);
        await visitor.HavePasskeysAsync();

        await EnterAsync(visitor);
        await Expect(Heading(visitor)).ToHaveTextAsync("Bonjour Olga");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await visitor.GoAsync("/experts/journal");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d'accès" }).ClickAsync();

        await Expect(Heading(visitor)).ToHaveTextAsync("Journal");
        await Expect(visitor.Page.Locator("tbody")).ToContainTextAsync("signed.in");
    }

    [Fact]
    public async Task DeviceWithoutThePasskeyIsToldAndMayTryAgain()
    {
        await using var visitor = await site.VisitAsync(byName: true);
        await visitor.HavePasskeysAsync();

        await visitor.GoAsync("/experts/connexion");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d'accès" }).ClickAsync();

        await Expect(visitor.Page.GetByText("La clé d'accès n'a pas répondu.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d'accès" })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task OpenRequestsAreFoundByTheirReferenceWhileTyping()
    {
        await using var visitor = await site.VisitAsync(byName: true);
        await visitor.HavePasskeysAsync();
        var (first, second) = (await AskAsync(), await AskAsync());
        await EnterAsync(visitor);

        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = second })).ToBeVisibleAsync();
        await FillOnceAliveAsync(visitor, first);

        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = second })).ToHaveCountAsync(0);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = first }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "06 12 34 56 78" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(360, 640)]
    public async Task EveryPageOfTheDeskFitsItsWindowAndHasNoSeriousBarrier(int width, int height)
    {
        await using var visitor = await site.VisitAsync(width, height, byName: true);
        await visitor.HavePasskeysAsync();
        var reference = await AskAsync();

        await visitor.GoAsync(await LinkAsync());
        await LookAsync(visitor, $"bienvenue-{width}");
        await visitor.GoAsync("/experts/bienvenue/inconnu");
        await LookAsync(visitor, $"lien-{width}");
        await visitor.GoAsync("/experts/connexion");
        await LookAsync(visitor, $"connexion-{width}");
        await EnterAsync(visitor);
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = reference })).ToBeVisibleAsync();
        await LookAsync(visitor, $"accueil-{width}");
        await visitor.GoAsync($"/experts/demandes/{reference}");
        await LookAsync(visitor, $"dossier-{width}");
        await visitor.GoAsync("/experts/journal");
        await LookAsync(visitor, $"journal-{width}");

        Assert.DoesNotContain(visitor.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PublicPageNeitherLoadsTheDesksComponentsNorOpensACircuit()
    {
        await using var visitor = await site.VisitAsync(byName: true);
        await visitor.HavePasskeysAsync();
        await EnterAsync(visitor);
        Assert.Contains(visitor.Requested, address => address.Contains("MudBlazor", StringComparison.Ordinal));
        visitor.Requested.Clear();

        await visitor.GoAsync("/");

        Assert.DoesNotContain(visitor.Requested, address => address.Contains("MudBlazor", StringComparison.Ordinal) || address.Contains("_blazor", StringComparison.Ordinal) || address.Contains("blazor.web", StringComparison.Ordinal));
    }

    private static ILocator Heading(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await Expect(Heading(visitor)).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        Assert.False(await visitor.ScrollsSidewaysAsync(), name);
        Assert.Empty(await visitor.BarriersAsync());
    }

    // The server's script takes a moment to take the page over; what is typed before is not heard.
    private static async Task FillOnceAliveAsync(Visitor visitor, string reference)
    {
        var field = visitor.Page.GetByLabel("Chercher une référence");
        for (var tries = 0; tries < 60 && await visitor.Page.Locator(".request").CountAsync() != 1; tries++)
        {
            await field.FillAsync("");
            await field.FillAsync(reference);
            await visitor.Page.WaitForTimeoutAsync(250);
        }
    }

    private async Task EnterAsync(Visitor visitor)
    {
        await visitor.GoAsync(await LinkAsync());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Créer ma clé d'accès" }).ClickAsync();
        await Expect(Heading(visitor)).ToHaveTextAsync("Bonjour Olga");
    }

    // An account of its own for each test: a new link would end what another one uses.
    private async Task<string> LinkAsync()
    {
        var (output, _) = await BotProcess.CommandAsync(
            "experts", "add", $"olga-{Guid.NewGuid():N}@example.org", "--role", "operator", "--name", "Olga", $"--Storage:Directory={site.Bot.Folder}");
        return new Uri(output.Trim().Split(' ')[^1]).AbsolutePath;
    }

    /// A firm asks for a person, without script; the reference that it is told.
    private async Task<string> AskAsync()
    {
        await using var firm = await site.VisitAsync(script: false);
        await firm.GoAsync("/conversation");
        await firm.Page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await firm.Page.GetByRole(AriaRole.Button, new() { Name = "Parler à un conseiller" }).First.ClickAsync();
        await firm.Page.GetByRole(AriaRole.Textbox).FillAsync("06 12 34 56 78");
        await firm.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        var told = await firm.Page.Locator("#suite").TextContentAsync() ?? "";
        return told[told.IndexOf("CC-", StringComparison.Ordinal)..][..9];
    }
}
