using CroissanceConnectee.Browser.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Phone;

/// The same phone where words travel by socket.
public sealed class RelayTests(SiteInChromium site)
{
    private static readonly (string, string) BySocket = ("Twilio:VoiceMode", "ConversationRelay");

    private const string Sockets = """
        window.sockets = [];
        window.WebSocket = class extends WebSocket {
          constructor(url) {
            super(url);
            sockets.push(this);
          }
        };
        """;

    [Theory]
    [InlineData("")]
    [InlineData("un secret partagé")]
    public async Task CallBySocketIsTheSameCallWhetherItIsSignedOrNot(string authToken)
    {
        await using var bot = await BotProcess.StartAsync(BySocket, ("Twilio:AuthToken", authToken));
        await using var caller = await PhoneCaller.OnAsync(await site.VisitAsync(), PhoneOf(bot));

        await caller.CallAsync();
        await caller.WaitForAsync(Connections(caller).First);
        await caller.ListensAsync();
        await caller.SayAsync("comment payent les Allemands ?");
        await Expect(caller.Said.Filter(new() { HasText = "PayPal" }).First).ToBeVisibleAsync();
        await caller.PressAsync("1");
        await Expect(caller.Answered.Last).ToContainTextAsync("Touches 1");
        await Expect(caller.Said.Locator("small").First).ToHaveTextAsync("(interrompu)");
        await caller.HangUpAsync();

        await Expect(caller.Happened.Last).ToHaveTextAsync("Vous avez raccroché.");
        Assert.Empty(caller.Visitor.Complaints);
    }

    [Fact]
    public async Task CallWhoseSocketBreaksGoesOnWithoutIt()
    {
        await using var bot = await BotProcess.StartAsync(BySocket);
        var visitor = await site.VisitAsync();
        await visitor.Page.AddInitScriptAsync(Sockets);
        await using var caller = await PhoneCaller.OnAsync(visitor, PhoneOf(bot));

        await caller.CallAsync();
        for (var time = 0; time < 2; time++)
        {
            await caller.WaitForAsync(Connections(caller).Nth(time));
            await visitor.Page.EvaluateAsync("sockets.at(-1).close()");
            await Expect(caller.Happened.Filter(new() { HasText = "64105" })).ToHaveCountAsync(time + 1);
        }

        await caller.ListensAsync();
        await caller.SayAsync("comment payent les Allemands ?");

        await Expect(caller.Said.Filter(new() { HasText = "PayPal" }).First).ToBeVisibleAsync();
    }

    private static ILocator Connections(PhoneCaller caller) => caller.Happened.Filter(new() { HasText = "Connexion par socket." });

    private static string PhoneOf(BotProcess bot) => new Uri(bot.Address, "/telephone").AbsoluteUri;
}
