using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CroissanceConnectee.Browser.Tests.Support;

/// Somebody in front of the site.
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // A violated content policy is reported here, and only here.
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
        page.Request += (_, request) => Requested.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Requested { get; } = [];

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Chat => Page.Locator("#chat");

    public ILocator Bubbles => Chat.Locator(".webchat__bubble__content");

    public ILocator Progress => Chat.Locator(".progress");

    public ILocator SendBox => Chat.GetByRole(AriaRole.Textbox);

    public async Task<Visitor> GoAsync(string address = "/")
    {
        await Page.GotoAsync(address);
        return this;
    }

    /// Gives the visitor's device a passkey store that asks nobody, as the protocol of Chromium's own tests has it.
    public async Task HavePasskeysAsync()
    {
        var devices = await _context.NewCDPSessionAsync(Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// Presses the big button and waits for the first words of the bot, with its suggestions.
    public async Task<Visitor> OpenChatAsync()
    {
        await GoAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" }).ClickAsync();
        await Suggestion("Poser une question").WaitForAsync();
        return this;
    }

    /// Among the buttons above the text field: Web Chat repeats them in the transcript for screen readers.
    public ILocator Suggestion(string label) => Chat.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = label });

    public async Task SayAsync(string text)
    {
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// Presses the tabulator until what has the focus is one of these; gives up after more stops than the page has.
    public async Task TabToAsync(string selector)
    {
        for (var stop = 0; stop < 60; stop++)
        {
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {selector}.");
    }

    public async Task<bool> ScrollsSidewaysAsync() =>
        await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// What axe finds serious or critical, as text.
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        return
        [
            .. result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Select(node => node.Html))}"),
        ];
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
