using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Desk;

/// An expert before the desk's pages.
public sealed class Adviser(string name, string email, Visitor visitor) : IAsyncDisposable
{
    public string Name { get; } = name;

    public string Email { get; } = email;

    public Visitor Visitor { get; } = visitor;

    public IPage Page => Visitor.Page;

    public ILocator ReplyBox => Page.Locator("textarea[name=text]");

    public ILocator Talk => Page.GetByRole(AriaRole.Log);

    /// What is said in the firm's or an adviser's name.
    public ILocator Words(string text) => Talk.Locator(".words").Filter(new() { HasText = text });

    public ILocator Row(string reference) => Page.Locator(".request").Filter(new() { HasText = reference });

    public ILocator Button(string label) => Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    /// The server's script takes a moment to take a page over; before that nobody is present.
    public Task BeThereAsync() => Expect(Page.GetByRole(AriaRole.Switch)).ToBeEnabledAsync();

    public async Task OpenAsync(string reference)
    {
        await Visitor.GoAsync($"/experts/demandes/{reference}");
        await BeThereAsync();
    }

    /// Takes a request from the queue, and has its dossier open.
    public async Task TakeAsync(string reference)
    {
        await Row(reference).GetByRole(AriaRole.Button, new() { Name = "Prendre" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(reference);
        await Expect(ReplyBox).ToBeEnabledAsync();
    }

    public async Task WriteAsync(string text)
    {
        await Expect(ReplyBox).ToBeEnabledAsync();
        await ReplyBox.FillAsync(text);
    }

    public async Task SayAsync(string text)
    {
        await WriteAsync(text);
        await ReplyBox.PressAsync("Enter");
        await Expect(Words(text)).ToHaveCountAsync(1);
        await Expect(ReplyBox).ToHaveValueAsync("");
    }

    /// Opens a form under its button.
    public ILocator Act(string label) => Page.Locator("details.act").Filter(new() { Has = Page.Locator("summary", new() { HasText = label }) });

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();
}
