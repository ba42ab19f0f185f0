using System.Net;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Site;

/// The conversation without script, through plain forms.
public sealed class SimpleConversationTests
{
    [Fact]
    public async Task FirstPressBringsTheWelcomeAndItsChoices()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.BeginAsync();

        Assert.Contains("un programme, pas une personne", visitor.LastAnswer, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("button[name=choice]"), button => button.TextContent == "Poser une question");
        Assert.EndsWith("/conversation", visitor.Response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChoicesAndWordsLeadThroughAWholeRequest()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.PressAsync("Parler à un conseiller");
        await visitor.SayAsync("06 12 34 56 78");

        Assert.Equal(["Parler à un conseiller", "06 12 34 56 78"], visitor.Said);
        Assert.Contains("Votre référence : CC-", visitor.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpeningThePageWritesNothing()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/conversation?q=Comment+paient+les+Allemands");

        Assert.Equal(0, await bot.ReadDataAsync(data => data.Conversations.CountAsync()));
        Assert.Equal("Comment paient les Allemands", visitor.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task CodeOfALinkWaitsInTheField()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/conversation?reprendre=ACDEF3");

        Assert.Equal("ACDEF3", visitor.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task SameFormSentTwiceCountsOnce()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        var form = visitor.Fill("Envoyer", ("text", "aide"));

        await visitor.SubmitAsync(form);
        await visitor.SubmitAsync(form);

        Assert.Equal(["aide"], visitor.Said);
    }

    [Fact]
    public async Task SameFormWithOtherWordsAfterAStepBackIsHeard()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        var first = visitor.Fill("Envoyer", ("text", "aide"));
        var second = visitor.Fill("Envoyer", ("text", "conseiller"));

        await visitor.SubmitAsync(first);
        await visitor.SubmitAsync(second);

        Assert.Equal(["aide", "conseiller"], visitor.Said);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><b>gras</b> &amp; {{1+1}}")]
    public async Task HostileTextIsShownAsText(string text)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.SayAsync(text);

        Assert.Equal([text], visitor.Said);
        Assert.Empty(visitor.Page.QuerySelectorAll(".entries script, .entries img, .entries b"));
    }

    [Theory]
    [InlineData("avant \u202Eerrière\u202C après")]
    [InlineData("שלום")]
    public async Task DirectionOfAMessageStaysWithinIt(string text)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.SayAsync(text);

        Assert.Equal([text], visitor.Said);
        Assert.All(visitor.Page.QuerySelectorAll(".entries li > p:not(.source, .progress)"), line => Assert.Equal("auto", line.GetAttribute("dir")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀")]
    [InlineData("a\u0007b\u001B")]
    public async Task TextWithNothingToReadIsStillAnswered(string text)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.SayAsync(text);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotEqual("", visitor.LastAnswer.Trim());
    }

    [Fact]
    public async Task TextThatNoFormCanHoldIsRefusedInWords()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.SayAsync("a\u0000b");

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Cette demande n'est pas complète", visitor.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_001)]
    [InlineData(262_144)]
    public async Task TextThatIsTooLongIsRefusedInWords(int length)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.SayAsync(new string('a', length));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, visitor.Status);
        Assert.Contains("Ce message est trop long", visitor.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChoiceThatWasNeverOfferedIsRefused()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        var form = visitor.Fill("Poser une question");

        await visitor.SubmitAsync(form with { Fields = new Dictionary<string, string>(form.Fields) { ["choice"] = "data:erase-confirmed" } });

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Cette demande n'est pas complète", visitor.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__RequestVerificationToken")]
    [InlineData("form")]
    public async Task FormWithoutItsSealOrItsNumberIsRefused(string missing)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        var form = visitor.Fill("Envoyer", ("text", "aide"));

        await visitor.SubmitAsync(form with { Fields = form.Fields.Where(field => field.Key != missing).ToDictionary() });

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Revenez en arrière", visitor.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyElseSeesNothingOfIt()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        using var other = new Visitor(bot);
        await visitor.BeginAsync();
        await visitor.SayAsync("secret de fabrique");

        await other.BeginAsync();

        Assert.Empty(other.Said);
    }

    [Fact]
    public async Task CookieOfTheConversationIsSealedAndOutOfReachOfScripts()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot, "https");

        await visitor.GoAsync("/conversation");

        var cookie = visitor.Response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("conversation=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task NewConversationBeginsFromNothing()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        await visitor.SayAsync("aide");

        await visitor.PressAsync("Nouvelle conversation");
        await visitor.PressAsync("Commencer");

        Assert.Empty(visitor.Said);
    }

    [Fact]
    public async Task WhoeverChoseEnglishIsGreetedInEnglish()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.GoAsync("/?lang=en");

        await visitor.GoAsync("/conversation");
        await visitor.PressAsync("Begin");

        Assert.Contains("a program, not a person", visitor.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiagnosisShowsHowFarItIs()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.PressAsync("Faire mon diagnostic (10 minutes)");

        Assert.StartsWith("Question 1 sur ", visitor.Page.QuerySelector("#suite .progress span")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyMessagesAreRefusedInWords()
    {
        await using var bot = new BotApplication(("RateLimits:PerAddress", "2"));
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();

        await visitor.SayAsync("aide");
        await visitor.SayAsync("aide");

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Trop de demandes en peu de temps", visitor.Words, StringComparison.Ordinal);
    }
}
