using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Support;

/// Somebody who calls the line from the page, and who has the expert's phone on the same desk.
public sealed partial class PhoneCaller(Visitor visitor) : IAsyncDisposable
{
    public Visitor Visitor { get; } = visitor;

    public ILocator Expert => Visitor.Page.Locator(".expert");

    public ILocator ExpertHears => Expert.Locator(".said");

    public ILocator State => Visitor.Page.Locator(".display .state");

    /// What stands in the transcript: what the line said, what the caller answered, and what happened.
    public ILocator Said => Visitor.Page.Locator(".lines .ours");

    public ILocator Answered => Visitor.Page.Locator(".lines .theirs");

    public ILocator Happened => Visitor.Page.Locator(".lines .event");

    /// What answers in place of the product, in a call that was scripted.
    public ScriptedLine Line { get; private set; } = null!;

    private ILocator Handset => Visitor.Page.Locator(".handset");

    /// The page's clock moves by itself, and by <see cref="WaitAsync"/>: nobody sits through a silence.
    public static async Task<PhoneCaller> OnAsync(Visitor visitor, string address = "/telephone")
    {
        await visitor.Page.Clock.InstallAsync();
        await visitor.GoAsync(address);
        return new PhoneCaller(visitor);
    }

    /// On a line that answers with these documents.
    public static async Task<PhoneCaller> InCallAsync(Visitor visitor, params (string Address, string Verbs)[] documents)
    {
        var caller = await OnAsync(visitor);
        await caller.CallAsync(documents);
        return caller;
    }

    public async Task CallAsync() => await Handset.GetByRole(AriaRole.Button, new() { NameRegex = CallButton() }).ClickAsync();

    public async Task CallAsync(params (string Address, string Verbs)[] documents)
    {
        Line = await ScriptedLine.AnswerAsync(Visitor, documents);
        await CallAsync();
    }

    public async Task HangUpAsync() => await Handset.GetByRole(AriaRole.Button, new() { NameRegex = HangUpButton() }).ClickAsync();

    public async Task SayAsync(string words)
    {
        await Visitor.Page.Locator("#words").FillAsync(words);
        await Visitor.Page.Locator("#words").PressAsync("Enter");
    }

    public async Task PressAsync(string keys)
    {
        foreach (var key in keys)
        {
            await Handset.Locator($"[data-key='{key}']").ClickAsync();
        }
    }

    public async Task ExpertAsync(string button) => await Expert.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task ExpertPressesAsync(string key) => await Expert.Locator($"[data-key='{key}']").ClickAsync();

    public async Task ListensAsync() => await Expect(State).ToHaveAttributeAsync("data-state", Listening());

    /// A minute is longer than any prompt and the patience after it.
    public async Task WaitAsync(int seconds = 60) => await Visitor.Page.Clock.RunForAsync(seconds * 1000);

    /// Listens to whatever comes before. The page's clock stands while the line makes up its answer: that takes the time it takes.
    public async Task WaitForAsync(ILocator what)
    {
        for (var second = 0; second < 300 && !await what.IsVisibleAsync(); second++)
        {
            await Expect(State).Not.ToHaveAttributeAsync("data-state", "StateThinking");
            await WaitAsync(1);
        }

        await Expect(what).ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();

    [GeneratedRegex("Appeler|Call")]
    private static partial Regex CallButton();

    [GeneratedRegex("Raccrocher|Hang up")]
    private static partial Regex HangUpButton();

    [GeneratedRegex("^State(Listening|SpeakingOpen)")]
    private static partial Regex Listening();
}
