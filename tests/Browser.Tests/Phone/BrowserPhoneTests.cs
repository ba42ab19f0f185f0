using System.Text.RegularExpressions;
using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Phone;

/// The product's own line, called from the page.
public sealed partial class BrowserPhoneTests(SiteInChromium site)
{
    [Fact]
    public async Task NewcomerReadsThatAMachineSpeaksAsksAndHangsUp()
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync());

        await caller.CallAsync();
        await Expect(caller.Said.First).ToContainTextAsync(Machine());
        await caller.ListensAsync();
        await caller.SayAsync("comment payent les Allemands ?");
        await Expect(caller.Said.Filter(new() { HasText = "PayPal" }).First).ToBeVisibleAsync();
        await caller.HangUpAsync();

        await Expect(caller.Happened.Last).ToHaveTextAsync("Vous avez raccroché.");
        await Expect(caller.State).ToHaveTextAsync("Raccroché");
        Assert.Empty(caller.Visitor.Complaints);
    }

    [Fact]
    public async Task KeysAreHeardFromThePageAndFromTheKeyboard()
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync());
        await caller.CallAsync();
        await caller.ListensAsync();

        await caller.PressAsync("1");
        await caller.Visitor.Page.Keyboard.PressAsync("#");

        await Expect(caller.Answered.First).ToContainTextAsync("Touches 1");
        await caller.ListensAsync();
    }

    [Fact]
    public async Task CallerWhoStaysSilentIsSpokenToAgain()
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync());
        await caller.CallAsync();
        await caller.ListensAsync();
        var said = await caller.Said.CountAsync();

        await caller.WaitAsync();

        await Expect(caller.Happened.First).ToHaveTextAsync("Silence");
        await Expect(caller.Said.Nth(said)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task LineSpeaksToAnEnglishVisitorToo()
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync(), "/telephone?lang=en");

        await caller.CallAsync();
        await caller.ListensAsync();
        await caller.HangUpAsync();

        await Expect(caller.Happened.Last).ToHaveTextAsync("You have hung up.");
    }

    [Theory]
    [InlineData("""{ "status": 500, "contentType": "text/plain", "body": "" }""", 11200)]
    [InlineData("""{ "status": 504, "contentType": "", "body": "" }""", 11205)]
    [InlineData("""{ "status": 200, "contentType": "application/json", "body": "{}" }""", 12300)]
    [InlineData("""{ "status": 200, "contentType": "text/xml", "body": "<Response><Say>" }""", 12100)]
    public async Task AnswerThatCannotBeUsedIsMadeUpForByTheFallback(string answer, int code)
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync());
        await caller.Visitor.Page.RouteAsync("**/telephone/webhook", route => route.Request.PostData!.Contains("\"target\":\"/telephony/voice\"", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { ContentType = "application/json", Body = answer })
            : route.ContinueAsync());

        await caller.CallAsync();

        await Expect(caller.Happened.First).ToContainTextAsync($"Erreur {code}");
        await Expect(caller.Said.First).ToContainTextAsync(Words());
        await caller.ListensAsync();
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(360, 640)]
    public async Task CallWithARingingExpertFitsItsWindowAndHasNoSeriousBarrier(int width, int height)
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync(width, height));

        await caller.CallAsync(("voice", "<Say language='fr-FR'>Je vous passe un conseiller.</Say><Dial><Number>+33199002017</Number></Dial>"));
        await Expect(caller.Said.First).ToBeVisibleAsync();
        await Expect(caller.Expert).ToBeVisibleAsync();

        Assert.False(await caller.Visitor.ScrollsSidewaysAsync());
        Assert.Empty(await caller.Visitor.BarriersAsync());
        Assert.Empty(caller.Visitor.Complaints);
    }

    [Fact]
    public async Task WholeCallFitsTheScreenOfAPhone()
    {
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync(360, 640));

        await caller.CallAsync();
        await caller.ListensAsync();

        await Expect(caller.State).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(caller.Said.First).ToBeInViewportAsync();
        await Expect(caller.Visitor.Page.Locator("#words")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [GeneratedRegex("automat|programme|robot|machine")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\w+ \w+")]
    private static partial Regex Words();
}
