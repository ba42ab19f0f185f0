using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CroissanceConnectee.Browser.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Desk;

[CollectionDefinition(nameof(DeskOffice))]
public sealed class DeskOfficeCollection : ICollectionFixture<DeskOffice>;

/// A product whose desk is open day and night, for people who come and go: each test hires its own.
public sealed partial class DeskOffice(SiteInChromium site) : IAsyncLifetime
{
    private const string Header = "type;nom;organisme;courriel;langues;canaux;capacite";

    private int _hired;

    public BotProcess Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (site.HasBrowser)
        {
            Bot = await BotProcess.StartAsync([("ASPNETCORE_URLS", $"http://127.0.0.1:{FreePort()}"), .. Settings()]);
        }
    }

    /// Experts of one team, signed in, each before the queue in a window of their own.
    public async Task<Adviser[]> HireAsync(params string[] names)
    {
        site.EnsureBrowser();
        var team = $"Cabinet {++_hired}";
        var people = names.Select(name => (Name: $"{name} {_hired}", Email: $"{name.ToLowerInvariant()}-{_hired}@example.org")).ToList();
        var roster = Path.Combine(Bot.Folder, $"roster-{_hired}.csv");
        await File.WriteAllLinesAsync(roster, [Header, .. people.Select(one => $"expert;{one.Name};{team};{one.Email};fr|en;chat|telephone|ecrit;50")], Encoding.UTF8);
        Assert.Equal(0, (await CommandAsync("import", roster)).ExitCode);
        var advisers = new List<Adviser>();
        foreach (var (name, email) in people)
        {
            var adviser = new Adviser(name, email, await EnterAsync(name, email));
            await adviser.BeThereAsync();
            advisers.Add(adviser);
        }

        return [.. advisers];
    }

    /// Somebody with an account of their own, on the first page of the desk.
    public async Task<Visitor> EnterAsync(string name, string email, params string[] options)
    {
        var (output, _) = await CommandAsync(["add", email, .. options]);
        var visitor = await site.VisitAsync(byName: true, bot: Bot);
        await visitor.HavePasskeysAsync();
        await visitor.GoAsync(new Uri(output.Trim().Split(' ')[^1]).AbsolutePath);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Créer ma clé d'accès" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Bonjour {name}");
        return visitor;
    }

    public async Task<Visitor> FirmAsync() => await site.VisitAsync(byName: true, bot: Bot);

    /// A firm in the chat that wants to talk now, after it said these things.
    public async Task<Visitor> FirmInChatAsync(params string[] said)
    {
        var firm = await FirmAsync();
        await firm.OpenChatAsync();
        foreach (var text in said)
        {
            await firm.SayAsync(text);
            await Expect(firm.Bubbles.Last).Not.ToHaveTextAsync(text);
            await Expect(firm.Bubbles.Filter(new() { HasText = text }).First).ToBeVisibleAsync();
        }

        await firm.SayAsync("je veux parler à un conseiller");
        await firm.Suggestion("Dans ce chat, maintenant").ClickAsync();
        await Expect(firm.Bubbles.Filter(new() { HasText = "Votre référence" })).ToBeVisibleAsync();
        return firm;
    }

    public static async Task<string> ReferenceAsync(Visitor firm)
    {
        var told = await firm.Bubbles.Filter(new() { HasText = "Votre référence" }).First.InnerTextAsync();
        return Reference().Match(told).Value;
    }

    public async Task<(string Output, int ExitCode)> CommandAsync(params string[] arguments) =>
        await BotProcess.CommandAsync(["experts", .. arguments, $"--Storage:Directory={Bot.Folder}"]);

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }
    }

    // Open whenever the tests run, on a public holiday as well.
    private static IEnumerable<(string, string)> Settings()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var day in Enumerable.Range(-1, 4).Select(days => now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        {
            yield return ($"OpeningHours:Exceptions:{day}", "00:00-24:00");
        }

        // An expert on a busy machine is slow, and is not to lose the firm by it.
        yield return ("Desk:MinutesToReply", "60");
        foreach (var limit in (string[])["PerAddress", "SignInPerAddress", "PerToken", "PerConversation"])
        {
            yield return ($"RateLimits:{limit}", "0");
        }
    }

    // The same after a restart, for windows that stay open.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("CC-[A-Z0-9]{6}")]
    private static partial Regex Reference();
}
