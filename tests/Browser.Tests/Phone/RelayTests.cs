using CroissanceConnectee.Browser.Tests.Support;
using CroissanceConnectee.Testing;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Phone;

/// The same phone where words travel by socket.
public sealed class RelayTests(SiteInChromium site)
{
    private static readonly (string, string) BySocket = ("Twilio:VoiceMode", "ConversationRelay");

    [Fact]
    public async Task CallBySocketIsTheSameCall()
    {
        await using var bot = await BotProcess.StartAsync(BySocket);
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync(), new Uri(bot.Address, "/telephone").AbsoluteUri);

        await caller.CallAsync();
        await Expect(caller.Happened.First).ToHaveTextAsync("Connexion par socket.");
        await caller.ListensAsync();
        await caller.SayAsync("comment payent les Allemands ?");
        await Expect(caller.Said.Filter(new() { HasText = "PayPal" }).First).ToBeVisibleAsync();
        await caller.PressAsync("1");
        await Expect(caller.Answered.Last).ToContainTextAsync("Touches 1");
        await caller.HangUpAsync();

        await Expect(caller.Said.First.Locator("small")).ToHaveTextAsync("(interrompu)");
        await Expect(caller.Happened.Last).ToHaveTextAsync("Vous avez raccroché.");
        Assert.Empty(caller.Visitor.Complaints);
    }

    [Fact]
    public async Task WhereWebhooksAreSignedTheSocketIsRefusedAndTheCallGoesOnWithoutIt()
    {
        await using var bot = await BotProcess.StartAsync(BySocket, ("Twilio:AuthToken", "secret"));
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync(), new Uri(bot.Address, "/telephone").AbsoluteUri);

        await caller.CallAsync();
        await Expect(caller.Happened.First).ToContainTextAsync("64102");
        await caller.ListensAsync();
        await caller.SayAsync("comment payent les Allemands ?");

        await Expect(caller.Said.Filter(new() { HasText = "PayPal" }).First).ToBeVisibleAsync();
    }
}
