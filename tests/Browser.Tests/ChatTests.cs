using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests;

/// The official Web Chat on our page, in a real browser, against the real host.
public sealed class ChatTests(SiteInChromium site)
{
    [Theory]
    [InlineData(1280, 900)]
    [InlineData(360, 640)]
    public async Task BigButtonOpensTheChatOnItsWelcome(int width, int height)
    {
        await using var visitor = await site.VisitAsync(width, height);

        await visitor.OpenChatAsync();

        await Expect(visitor.Bubbles.First).ToContainTextAsync("un programme, pas une personne");
        await Expect(visitor.Chat.GetByText("Un programme vous répond, pas une personne.")).ToBeVisibleAsync();
        Assert.False(await visitor.ScrollsSidewaysAsync());
        Assert.Empty(await visitor.BarriersAsync());
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task ChatIsNotLoadedBeforeSomebodyAsksForIt()
    {
        await using var visitor = await site.VisitAsync();

        await visitor.GoAsync();
        var before = visitor.Requested.Count(address => address.Contains("webchat", StringComparison.Ordinal));
        await visitor.OpenChatAsync();

        Assert.Equal(0, before);
        Assert.Contains(visitor.Requested, address => address.Contains("webchat", StringComparison.Ordinal));
        Assert.All(
            visitor.Requested.Where(address => !address.StartsWith("blob:", StringComparison.Ordinal)),
            address => Assert.Equal(site.Bot.Address.Authority, new Uri(address).Authority));
    }

    [Fact]
    public async Task TappedSuggestionIsSaidAndAnswered()
    {
        await using var visitor = await site.VisitAsync(360, 640);
        await visitor.OpenChatAsync();

        await visitor.Suggestion("Parler à un conseiller").ClickAsync();

        await Expect(visitor.Bubbles.Filter(new() { HasText = "Parler à un conseiller" })).ToBeVisibleAsync();
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Donnez un numéro de téléphone ou une adresse e-mail" })).ToBeVisibleAsync();
        await Expect(visitor.Suggestion("Non merci")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TypedWordsAreAnsweredAndMarkupStaysText()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenChatAsync();

        await visitor.SayAsync("<img src=x onerror=alert(1)> **aide** [lien](javascript:alert(1))");
        await visitor.SayAsync("aide");

        await Expect(visitor.Bubbles.Filter(new() { HasText = "<img src=x onerror=alert(1)> **aide** [lien](javascript:alert(1))" })).ToBeVisibleAsync();
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task DiagnosisShowsHowFarItIs()
    {
        await using var visitor = await site.VisitAsync(360, 640);
        await visitor.OpenChatAsync();
        await Expect(visitor.Progress).ToBeHiddenAsync();

        await visitor.Suggestion("Faire mon diagnostic").ClickAsync();

        await Expect(visitor.Progress).ToContainTextAsync("Question 1 sur");
        Assert.Empty(await visitor.BarriersAsync());
    }

    [Fact]
    public async Task ReloadContinuesTheConversation()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenChatAsync();
        await visitor.SayAsync("aide");
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToBeVisibleAsync();

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToBeVisibleAsync();
        await visitor.SayAsync("conseiller");

        await Expect(visitor.Bubbles.Filter(new() { HasText = "adresse e-mail" })).ToBeVisibleAsync();
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Je suis l'assistant automatique" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task ConversationThatIsGoneIsFollowedByANewOneThatSaysSo()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.GoAsync("/donnees");
        await visitor.Page.EvaluateAsync("""sessionStorage.setItem('conversation', '{"token":"x","conversationId":"y","userId":"z"}')""");

        await visitor.OpenChatAsync();

        await Expect(visitor.Chat.GetByText("en voici une nouvelle")).ToBeVisibleAsync();
        await Expect(visitor.Bubbles.First).ToContainTextAsync("Bonjour");
    }

    [Fact]
    public async Task NewConversationForgetsTheOldOne()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenChatAsync();
        await visitor.SayAsync("aide");
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToBeVisibleAsync();

        await visitor.Chat.GetByRole(AriaRole.Button, new() { Name = "Nouvelle conversation" }).ClickAsync();

        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToHaveCountAsync(0);
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Je suis l'assistant automatique" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task LinkWithAQuestionSaysItOnce()
    {
        await using var visitor = await site.VisitAsync();

        await visitor.GoAsync("/?q=aide");
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();

        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToHaveCountAsync(1);
        await Expect(visitor.Bubbles.GetByText("aide", new() { Exact = true })).ToHaveCountAsync(1);
        Assert.DoesNotContain("aide", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChatThatCannotLoadSaysSoAndShowsTheOtherWays()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.RouteAsync("**/lib/webchat*", route => route.AbortAsync());
        await visitor.GoAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" }).ClickAsync();

        var failure = visitor.Chat.GetByRole(AriaRole.Alert);
        await Expect(failure).ToContainTextAsync("La conversation n'a pas pu s'ouvrir.");
        await Expect(failure).ToContainTextAsync("01 99 00 20 17");
        await failure.GetByRole(AriaRole.Link, new() { Name = "Utiliser la version simple" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(site.Bot.Address, "/conversation").AbsoluteUri);
    }

    [Fact]
    public async Task ChatIsEnglishForWhoeverChoseEnglish()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.GoAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Start", Exact = true }).ClickAsync();

        await Expect(visitor.Bubbles.First).ToContainTextAsync("a program, not a person");
        await Expect(visitor.SendBox).ToHaveAttributeAsync("placeholder", "Your answer or your question");
    }

    [Fact]
    public async Task KeyboardAloneIsEnough()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.GoAsync();
        var keyboard = visitor.Page.Keyboard;

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await visitor.Suggestion("Poser une question").WaitForAsync();
        await visitor.TabToAsync("textarea, input[type=text]");
        await keyboard.TypeAsync("aide");
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Ces mots marchent partout" })).ToBeVisibleAsync();
        await visitor.TabToAsync("[data-do=close]");
        await keyboard.PressAsync("Enter");

        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Démarrer" })).ToBeFocusedAsync();
    }
}
