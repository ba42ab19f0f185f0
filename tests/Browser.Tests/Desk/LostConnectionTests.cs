using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Desk;

/// An adviser whose line or whose server breaks, and one without a mouse.
[Collection(nameof(DeskOffice))]
public sealed class LostConnectionTests(DeskOffice office)
{
    [Fact]
    public async Task DraftIsThereAfterTheServerWasKilledAndNothingIsSentTwice()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        await anne.TakeAsync(reference);
        await anne.SayAsync("Premier message");
        await anne.WriteAsync("Voici ce que je vous conseille");

        office.Bot.Kill();
        await Expect(anne.Page.GetByText("La liaison est coupée")).ToBeVisibleAsync();
        await anne.ReplyBox.PressAsync("Enter");
        await Expect(anne.ReplyBox).ToHaveValueAsync("Voici ce que je vous conseille");
        await office.Bot.RestartAsync();

        await Expect(anne.Page.GetByText("La liaison est coupée")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(anne.ReplyBox).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await Expect(anne.ReplyBox).ToHaveValueAsync("Voici ce que je vous conseille");
        await Expect(anne.Words("Voici ce que je vous conseille")).ToHaveCountAsync(0);
        await anne.ReplyBox.PressAsync("Enter");
        await Expect(anne.Words("Voici ce que je vous conseille")).ToHaveCountAsync(1);
        await Expect(anne.Words("Premier message")).ToHaveCountAsync(1);
        await Expect(anne.ReplyBox).ToHaveValueAsync("");
    }

    [Fact]
    public async Task MessageSentTwiceInARowIsSaidOnce()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        await anne.TakeAsync(await DeskOffice.ReferenceAsync(firm));
        await anne.WriteAsync("Une seule fois");

        await anne.Button("Envoyer").DblClickAsync();
        await Expect(anne.ReplyBox).ToHaveValueAsync("");
        await anne.SayAsync("Et la suite");

        await Expect(firm.Bubbles.Filter(new() { HasText = "Et la suite" })).ToHaveCountAsync(1);
        await Expect(firm.Bubbles.Filter(new() { HasText = "Une seule fois" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task KeyboardAloneIsEnoughToTakeWriteSendAndClose()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        var keyboard = anne.Page.Keyboard;
        await Expect(anne.Row(reference)).ToBeVisibleAsync();
        await anne.Page.GetByLabel("Chercher une référence").FillAsync(reference);
        await Expect(anne.Page.Locator(".request")).ToHaveCountAsync(1);

        await anne.Visitor.TabToAsync(".request .acts > .button");
        await keyboard.PressAsync("Enter");
        await Expect(anne.ReplyBox).ToBeEnabledAsync();
        await anne.Visitor.TabToAsync("textarea[name=text]");
        await keyboard.TypeAsync("Première ligne");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("seconde ligne");
        await keyboard.PressAsync("Enter");
        await Expect(anne.Words("Première ligne\nseconde ligne")).ToHaveCountAsync(1);
        await Expect(firm.Bubbles.Filter(new() { HasText = "seconde ligne" })).ToHaveCountAsync(1);
        for (var back = 0; back < 60 && !await anne.Page.EvaluateAsync<bool>("document.activeElement.matches('.acts details:first-of-type > summary')"); back++)
        {
            await keyboard.PressAsync("Shift+Tab");
        }

        await keyboard.PressAsync("Enter");
        await anne.Visitor.TabToAsync("details[open] button[type=submit]");
        await keyboard.PressAsync("Enter");

        await Expect(anne.Button("Rouvrir")).ToBeVisibleAsync();
    }
}
