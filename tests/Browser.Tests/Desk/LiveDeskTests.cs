using System.Text.RegularExpressions;
using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Desk;

/// A firm in the chat of the site and an adviser at the desk, each in a browser of their own.
[Collection(nameof(DeskOffice))]
public sealed class LiveDeskTests(DeskOffice office)
{
    [Fact]
    public async Task FirmAsksForAPersonTalksToOneAndIsGivenBackToTheBot()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync("quels sont les droits de douane au Japon ?");
        var reference = await DeskOffice.ReferenceAsync(firm);

        await Expect(anne.Row(reference)).ToContainTextAsync("Proposée à vous");
        await Expect(anne.Row(reference)).ToContainTextAsync("dans les temps");
        await Expect(anne.Row(reference)).ToContainTextAsync("Japon");
        await Expect(anne.Page).ToHaveTitleAsync(new Regex(@"^\([0-9]+\) "));
        await anne.TakeAsync(reference);
        await Expect(Bubble(firm, $"{anne.Name} (Cabinet")).ToBeVisibleAsync();
        await Expect(anne.Page.Locator(".answered summary")).ToContainTextAsync("droits de douane au Japon");

        await firm.SendBox.PressSequentiallyAsync("Bonjour, une question sur mes bougies", new() { Delay = 20 });
        await Expect(anne.Page.GetByText("L'entreprise écrit…")).ToBeVisibleAsync();
        await firm.SendBox.PressAsync("Enter");
        await Expect(anne.Words("une question sur mes bougies")).ToBeVisibleAsync();

        await anne.ReplyBox.PressSequentiallyAsync("Je regarde.", new() { Delay = 20 });
        await Expect(firm.Chat.Locator(".webchat__typingIndicator, [class*=typing-indicator]").First).ToBeVisibleAsync();
        await anne.ReplyBox.PressAsync("Enter");
        await Expect(Bubble(firm, "Je regarde.")).ToHaveCountAsync(1);
        await Expect(anne.Words("Je regarde.")).ToHaveCountAsync(1);

        await anne.Act("Clore…").Locator("summary").ClickAsync();
        await anne.Button("Clore la demande").ClickAsync();
        await Expect(Bubble(firm, "Vous parlez de nouveau à l'assistant automatique.")).ToBeVisibleAsync();
        await firm.Suggestion("5, tout à fait").ClickAsync();
        await Expect(Bubble(firm, "Merci, c'est noté.")).ToBeVisibleAsync();
        await Expect(anne.Button("Rouvrir")).ToBeVisibleAsync();
        await Expect(anne.ReplyBox).ToHaveCountAsync(0);
        Assert.Empty(anne.Visitor.Complaints);
    }

    [Fact]
    public async Task OfTwoWhoTakeARequestAtOnceOneHasItAndTheOtherReadsWho()
    {
        var team = await office.HireAsync("Anne", "Paul");
        await using var anne = team[0];
        await using var paul = team[1];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        var buttons = team.Select(one => one.Row(reference).GetByRole(AriaRole.Button, new() { Name = "Prendre" })).ToList();
        foreach (var button in buttons)
        {
            await Expect(button).ToBeVisibleAsync();
        }

        await Task.WhenAll(buttons.Select(button => button.DispatchEventAsync("click")));

        await Expect(Bubble(firm, "vous a rejoint")).ToHaveCountAsync(1);
        var told = await Bubble(firm, "vous a rejoint").InnerTextAsync();
        var (winner, loser) = told.Contains(anne.Name, StringComparison.Ordinal) ? (anne, paul) : (paul, anne);
        await Expect(winner.Page.GetByText("Vous parlez à l'entreprise.")).ToBeVisibleAsync();
        await Expect(loser.Row(reference)).ToContainTextAsync($"Chez {winner.Name}");
        await Expect(loser.Row(reference).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AdviserSlipsInAMessageWhileTheBotLeadsThenTakesOverAndGivesBack()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        await anne.OpenAsync(await DeskOffice.ReferenceAsync(firm));

        await Expect(anne.Page.GetByText("L'assistant répond à l'entreprise.")).ToBeVisibleAsync();
        await anne.SayAsync("Regardez aussi la fiche sur l'Allemagne.");
        await Expect(Bubble(firm, "Regardez aussi la fiche sur l'Allemagne.")).ToHaveCountAsync(1);
        await firm.SayAsync("aide");
        await Expect(Bubble(firm, "Ces mots marchent partout")).ToBeVisibleAsync();
        await Expect(anne.Words("Ces mots marchent partout")).ToBeVisibleAsync();

        await anne.Button("Prendre").ClickAsync();
        await Expect(Bubble(firm, "vous parlez maintenant à une personne")).ToBeVisibleAsync();
        await anne.Button("Rendre à l'assistant").ClickAsync();
        await Expect(Bubble(firm, "Vous parlez de nouveau à l'assistant automatique.")).ToBeVisibleAsync();
        await Expect(anne.Button("Entrer dans la conversation")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RequestIsPassedOnToAColleagueWhoReadsTheNote()
    {
        var team = await office.HireAsync("Anne", "Paul");
        await using var anne = team[0];
        await using var paul = team[1];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        await anne.TakeAsync(reference);

        var form = anne.Act("Transmettre…");
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("À qui ?").SelectOptionAsync(new SelectOptionValue { Label = $"{paul.Name} (Cabinet {paul.Name.Split(' ')[1]})" });
        await form.Locator("textarea").FillAsync("Spécialiste du vin.");
        await anne.Button("Transmettre la demande").ClickAsync();

        await Expect(Bubble(firm, $"{anne.Name} transmet votre demande à un collègue.")).ToBeVisibleAsync();
        await Expect(paul.Row(reference)).ToContainTextAsync("Proposée à vous");
        await paul.TakeAsync(reference);
        await paul.Page.GetByText("Ce qui est arrivé à la demande").ClickAsync();
        await Expect(paul.Page.Locator(".trace")).ToContainTextAsync("Spécialiste du vin.");
        await Expect(Bubble(firm, "Spécialiste")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task RefusalWantsAReasonAndTheNextOneIsOfferedTheRequest()
    {
        var team = await office.HireAsync("Anne", "Paul");
        await using var anne = team[0];
        await using var paul = team[1];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        await Expect(anne.Row(reference)).ToContainTextAsync("Proposée à");
        var (first, next) = (await anne.Row(reference).InnerTextAsync()).Contains("Proposée à vous", StringComparison.Ordinal) ? (anne, paul) : (paul, anne);
        var form = first.Row(reference).Locator("details.act");

        await form.Locator("summary").ClickAsync();
        await form.Locator("button").ClickAsync();
        await Expect(next.Row(reference)).ToContainTextAsync($"Proposée à {first.Name}");
        await form.Locator("textarea").FillAsync("En réunion");
        await form.Locator("button").ClickAsync();

        await Expect(next.Row(reference)).ToContainTextAsync("Proposée à vous");
        await Expect(first.Row(reference)).ToContainTextAsync($"Proposée à {next.Name}");
    }

    private static ILocator Bubble(Visitor firm, string text) => firm.Bubbles.Filter(new() { HasText = text });
}
