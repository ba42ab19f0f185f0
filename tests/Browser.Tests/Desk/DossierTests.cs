using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Desk;

/// What an adviser has at hand in a dossier, and what no firm can do to it.
[Collection(nameof(DeskOffice))]
public sealed class DossierTests(DeskOffice office)
{
    [Fact]
    public async Task PassageOfAnArticleIsQuotedWithItsSourceAndSentOnlyByTheAdviser()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        await anne.OpenAsync(reference);
        await anne.Button("Prendre").ClickAsync();
        await Expect(anne.Page.GetByText("Vous parlez à l'entreprise.")).ToBeVisibleAsync();

        await anne.Page.GetByText("Réponses prêtes").ClickAsync();
        await anne.Button("Se présenter").ClickAsync();
        await Expect(anne.ReplyBox).ToHaveValueAsync("Bonjour, j'ai lu votre échange avec l'assistant. Je m'occupe de votre demande.");
        await anne.Page.GetByText("Chercher dans les fiches").ClickAsync();
        await anne.Page.GetByLabel("Votre question aux fiches").FillAsync("quels sont les droits de douane au Japon ?");
        await anne.Button("Chercher").ClickAsync();
        await anne.Button("Citer").First.ClickAsync();

        await Expect(anne.ReplyBox).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^Bonjour, [\s\S]*\n«\s[\s\S]+\s» \(source\s: .+, https?://\S+\)$"));
        await Expect(Bubble(firm, "Bonjour, j'ai lu votre échange")).ToHaveCountAsync(0);
        await anne.ReplyBox.PressAsync("Enter");
        await Expect(Bubble(firm, "Japon supprime les droits de douane")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task WhatTheBotLeftOpenAndWhatColleaguesNotedStandInTheDossier()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync("quels sont les droits de douane en Mongolie ?");
        var reference = await DeskOffice.ReferenceAsync(firm);
        await anne.OpenAsync(reference);

        await Expect(anne.Page.Locator(".open-questions")).ToContainTextAsync("Mongolie");
        await anne.Page.GetByLabel("Nouvelle note").FillAsync("Rappeler après le salon.");
        await anne.Button("Ajouter la note").ClickAsync();

        await Expect(anne.Page.Locator(".notes")).ToContainTextAsync("Rappeler après le salon.");
        await Expect(anne.Page.GetByLabel("Nouvelle note")).ToHaveValueAsync("");
        await Expect(Bubble(firm, "salon")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FactsOfTheFirmSayWhereTheyComeFromAndWhatToAskNext()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync("diagnostic", "des bougies parfumées", "une douzaine", "en Bretagne");
        await anne.OpenAsync(await DeskOffice.ReferenceAsync(firm));

        await Expect(anne.Page.Locator(".known div").Filter(new() { HasText = "Cosmétiques" })).ToContainTextAsync("dit");
        await Expect(anne.Page.Locator(".known")).ToContainTextAsync("12");
        await Expect(anne.Page.Locator(".next")).ToContainTextAsync("?");
        await LookAsync(anne, "diagnostic-1280");
        await anne.Page.GetByRole(AriaRole.Link, new() { Name = "Lire le diagnostic" }).ClickAsync();
    }

    [Fact]
    public async Task HugeAndHostileMessageIsTextAndStaysInItsPlace()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        await anne.OpenAsync(await DeskOffice.ReferenceAsync(firm));
        await anne.Page.SetViewportSizeAsync(360, 640);

        await firm.SayAsync("<img src=x onerror=\"document.title='pris'\"><script>document.title='pris'</script>");
        await firm.SayAsync(new string('w', 10_000));

        await Expect(anne.Words("<img src=x onerror=")).ToBeVisibleAsync();
        await Expect(anne.Words("wwwwwwww")).ToBeVisibleAsync();
        await Expect(anne.Talk.Locator("img, script")).ToHaveCountAsync(0);
        Assert.DoesNotContain("pris", await anne.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.False(await anne.Visitor.ScrollsSidewaysAsync());
    }

    [Fact]
    public async Task ClosedRequestTellsTheFirmTheNoteAndIsReopened()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        await anne.TakeAsync(await DeskOffice.ReferenceAsync(firm));

        var form = anne.Act("Clore…");
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("Terminée sans aide").CheckAsync();
        await form.Locator("textarea").FillAsync("Voyez votre chambre de commerce.");
        await form.GetByLabel("Envoyer cette note à l'entreprise").CheckAsync();
        await anne.Button("Clore la demande").ClickAsync();

        await Expect(Bubble(firm, "Voyez votre chambre de commerce.")).ToHaveCountAsync(1);
        await Expect(anne.Page.Locator(".facts").GetByText("Terminée sans aide")).ToBeVisibleAsync();
        await anne.Button("Rouvrir").ClickAsync();
        await Expect(anne.Button("Entrer dans la conversation")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RequestThatWentToAnotherTeamIsShownNoMore()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        await anne.TakeAsync(await DeskOffice.ReferenceAsync(firm));
        await using var zora = (await office.HireAsync("Zora"))[0];
        await anne.Page.ReloadAsync();
        await anne.BeThereAsync();

        var form = anne.Act("Transmettre…");
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("À qui ?").SelectOptionAsync(new SelectOptionValue { Label = $"{zora.Name} (Cabinet {zora.Name.Split(' ')[1]})" });
        await form.Locator("textarea").FillAsync("Hors de mon domaine.");
        await anne.Button("Transmettre la demande").ClickAsync();

        await Expect(anne.Page.GetByText("Cette demande n'est plus pour vous.")).ToBeVisibleAsync();
        await Expect(anne.Talk).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task RemovedAccountReadsAndDoesNothingMoreInAPageThatIsOpen()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        await anne.OpenAsync(await DeskOffice.ReferenceAsync(firm));
        await Expect(anne.Button("Prendre")).ToBeVisibleAsync();

        Assert.Equal(0, (await office.CommandAsync("remove", anne.Email)).ExitCode);

        await Expect(anne.Page.GetByText("Cette demande n'est plus pour vous.")).ToBeVisibleAsync();
        await Expect(anne.Talk).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task JournalHasWhatWasSetAboutInADossier()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);
        await anne.TakeAsync(reference);
        await anne.SayAsync("Bonjour");
        await using var olga = await office.EnterAsync("Olga", $"olga-{reference}@example.org", "--role", "operator", "--name", "Olga");

        await olga.GoAsync("/experts/journal");

        foreach (var what in (string[])["dossier.take", "dossier.opened", "dossier.say"])
        {
            await Expect(olga.Page.Locator("tbody tr").Filter(new() { HasText = what }).Filter(new() { HasText = reference }).First).ToContainTextAsync(anne.Name);
        }
    }

    [Fact]
    public async Task AlertsAreAskedForByAButtonAndCallForARequestThatIsOffered()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await anne.Page.Context.GrantPermissionsAsync(["notifications"]);
        await anne.Page.AddInitScriptAsync("""
            window.told = [];
            const Own = Notification;
            window.Notification = class extends Own { constructor(title, options) { super(title, options); told.push(options.body); } };
            """);
        await anne.Page.ReloadAsync();
        await anne.BeThereAsync();
        var button = anne.Button("M'avertir par un son et une notification");
        await button.ClickAsync();
        await Expect(button).ToBeHiddenAsync();

        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);

        await Expect(anne.Row(reference)).ToBeVisibleAsync();
        await anne.Page.WaitForFunctionAsync("reference => told.includes(reference)", reference);
    }

    [Fact]
    public async Task WhoeverSaysToBeAwayIsOfferedNoFirmUntilBack()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmAsync();
        await anne.Page.GetByRole(AriaRole.Switch).ClickAsync();
        await Expect(anne.Page.Locator(".switch")).ToContainTextAsync("Absent");
        await anne.Visitor.GoAsync("/experts");
        await anne.BeThereAsync();
        await Expect(anne.Page.Locator(".switch")).ToContainTextAsync("Absent");

        await firm.OpenChatAsync();
        await firm.SayAsync("je veux parler à un conseiller");
        await Expect(Bubble(firm, "Donnez un numéro de téléphone ou une adresse e-mail")).ToBeVisibleAsync();
        await anne.Page.GetByRole(AriaRole.Switch).ClickAsync();
        await Expect(anne.Page.Locator(".switch")).ToContainTextAsync("Disponible");
        await firm.SayAsync("je veux parler à un conseiller");

        await Expect(firm.Suggestion("Dans ce chat, maintenant")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(360, 640)]
    public async Task QueueAndDossierFitTheirWindowAndHaveNoSeriousBarrier(int width, int height)
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync("quels sont les droits de douane au Japon ?");
        await anne.Page.SetViewportSizeAsync(width, height);
        var reference = await DeskOffice.ReferenceAsync(firm);

        await Expect(anne.Row(reference)).ToBeVisibleAsync();
        await LookAsync(anne, $"file-{width}");
        await anne.Row(reference).Locator("summary").ClickAsync();
        await LookAsync(anne, $"refus-{width}");
        await anne.TakeAsync(reference);
        await firm.SayAsync("Bonjour, je vends des bougies parfumées et je voudrais commencer par le Japon.");
        await Expect(anne.Words("bougies parfumées")).ToBeVisibleAsync();
        await anne.SayAsync("Bonjour, avec plaisir. Avez-vous déjà une boutique en ligne ?");
        await anne.Page.GetByText("Chercher dans les fiches").ClickAsync();
        await anne.Page.GetByLabel("Votre question aux fiches").FillAsync("quels sont les droits de douane au Japon ?");
        await anne.Button("Chercher").ClickAsync();
        await Expect(anne.Button("Citer").First).ToBeVisibleAsync();
        await anne.Page.GetByText("Ce qui est arrivé à la demande").ClickAsync();
        await LookAsync(anne, $"conversation-{width}");
        await anne.Act("Clore…").Locator("summary").ClickAsync();
        await LookAsync(anne, $"clore-{width}");

        Assert.Empty(anne.Visitor.Complaints);
    }

    [Fact]
    public async Task DeskIsEnglishForWhoeverChoseEnglishWhateverTheFirmSpeaks()
    {
        await using var anne = (await office.HireAsync("Anne"))[0];
        await using var firm = await office.FirmInChatAsync();
        var reference = await DeskOffice.ReferenceAsync(firm);

        await anne.Visitor.GoAsync("/experts?lang=en");
        await anne.BeThereAsync();
        await anne.Row(reference).GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await Expect(anne.Page.GetByText("You are talking to the firm.")).ToBeVisibleAsync();
        await firm.SayAsync("Bonjour Anne");
        await Expect(anne.Words("Bonjour Anne")).ToBeVisibleAsync();

        await Expect(anne.Button("Give back to the assistant")).ToBeVisibleAsync();
        await Expect(anne.Page.GetByText("You are talking to the firm.")).ToBeVisibleAsync();
    }

    private static ILocator Bubble(Visitor firm, string text) => firm.Bubbles.Filter(new() { HasText = text });

    private static async Task LookAsync(Adviser adviser, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await adviser.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        Assert.False(await adviser.Visitor.ScrollsSidewaysAsync(), name);
        Assert.Empty(await adviser.Visitor.BarriersAsync());
    }
}
