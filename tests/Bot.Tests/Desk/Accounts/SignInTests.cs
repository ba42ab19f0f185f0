using System.Net;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

/// In at the desk, and out again.
public sealed class SignInTests
{
    private const string Olga = "olga@example.org";

    [Fact]
    public async Task UnknownAccountAndWrongPasswordHearTheSame()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        var key = await visitor.EnrolAsync(await bot.LinkAsync(Olga));
        using var guesser = new Visitor(bot);

        var unknown = (await guesser.SignInAsync("nobody@example.org", DeskVisits.Password, "123456")).Words;
        var wrong = (await guesser.SignInAsync(Olga, "une autre phrase longue", Totp.Code(key))).Words;
        var code = (await guesser.SignInAsync(Olga, DeskVisits.Password, "abc")).Words;
        var nothing = (await guesser.SignInAsync("", "", "")).Words;

        Assert.Contains("La connexion a été refusée.", unknown, StringComparison.Ordinal);
        Assert.All([wrong, code, nothing], words => Assert.Equal(unknown, words));
        Assert.Equal(HttpStatusCode.BadRequest, guesser.Status);
        Assert.Equal(4, (await bot.JournalAsync()).Count(entry => entry.StartsWith("sign-in.refused", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("une autre phrase longue", null)]
    [InlineData(DeskVisits.Password, "abc")]
    public async Task AfterFiveWrongTriesTheRightOneIsRefusedToo(string password, string? code)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        var key = await visitor.EnrolAsync(await bot.LinkAsync(Olga));
        using var guesser = new Visitor(bot);

        for (var i = 0; i < 5; i++)
        {
            await guesser.SignInAsync(Olga, password, code ?? Totp.Code(key));
        }

        await guesser.SignInAsync(Olga, DeskVisits.Password, Totp.Code(key));
        Assert.Equal(HttpStatusCode.BadRequest, guesser.Status);
    }

    [Fact]
    public async Task RecoveryCodeTakesTheAppsPlaceOnce()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.EnrolAsync(await bot.LinkAsync(Olga));
        var code = visitor.Page.QuerySelector(".codes li")!.TextContent.Trim();
        using var elsewhere = new Visitor(bot);

        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SignInAsync(Olga, DeskVisits.Password, code)).Status);
        using var again = new Visitor(bot);
        Assert.Equal(HttpStatusCode.BadRequest, (await again.SignInAsync(Olga, DeskVisits.Password, code)).Status);
    }

    [Fact]
    public async Task OneAddressHasOnlySoManyTries()
    {
        await using var bot = new BotApplication(("RateLimits:SignInPerAddress", "3"));
        using var guesser = new Visitor(bot);

        var tries = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            await guesser.GoAsync("/experts/connexion");
            tries.Add((await guesser.PressAsync("Se connecter", ("email", $"p{i}@example.org"), ("password", "x"), ("code", "x"))).Status);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], tries);
    }

    [Theory]
    [InlineData("/experts/connexion")]
    [InlineData("/experts/connexion/cle")]
    [InlineData("/experts/connexion/cle/options")]
    [InlineData("/experts/bienvenue/x")]
    public async Task FormFromAnotherSiteIsRefused(string address)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.SubmitAsync(new FilledForm(address, new Dictionary<string, string> { ["email"] = Olga, ["password"] = "x", ["credential"] = "{}" }));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.DoesNotContain(await bot.JournalAsync(), entry => entry.StartsWith("sign-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StrangerIsAskedInAndThenComesToThePageThatWasWanted()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        var key = await visitor.EnrolAsync(await bot.LinkAsync(Olga));
        using var stranger = new Visitor(bot);

        await stranger.SignInAsync(Olga, DeskVisits.Password, Totp.Code(key), "/experts/journal?page=2");

        Assert.Equal("Journal", stranger.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/experts/journal?page=2", stranger.Response.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Theory]
    [InlineData("https://mechant.example/")]
    [InlineData("//mechant.example/experts")]
    [InlineData("/\\mechant.example")]
    [InlineData("/experts\\mechant")]
    [InlineData("/expertsmechants")]
    [InlineData("javascript:alert(1)")]
    public async Task ReturnToAnywhereElseIsNotMade(string address)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        var key = await visitor.EnrolAsync(await bot.LinkAsync(Olga));
        using var victim = new Visitor(bot);

        await victim.SignInAsync(Olga, DeskVisits.Password, Totp.Code(key), "/experts/connexion?returnUrl=" + Uri.EscapeDataString(address));

        Assert.Equal("http://localhost/experts", victim.Response.RequestMessage!.RequestUri!.ToString());
        Assert.Equal(HttpStatusCode.OK, victim.Status);
    }

    [Fact]
    public async Task RemovedAccountLosesItsSessionWithinMinutes()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = new BotApplication { Clock = clock };
        using var visitor = new Visitor(bot);
        var key = await visitor.EnrolAsync(await bot.LinkAsync(Olga));

        Assert.Equal(0, (await bot.CommandAsync("remove", Olga)).ExitCode);
        clock.Advance(TimeSpan.FromMinutes(6));
        await visitor.GoAsync("/experts");

        Assert.Equal("Se connecter", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SignInAsync(Olga, DeskVisits.Password, Totp.Code(key))).Status);
    }

    [Fact]
    public async Task SessionThatIsUsedAllDayEndsAfterTwelveHours()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = new BotApplication { Clock = clock };
        using var visitor = await bot.SignedInAsync(Olga);

        for (var hour = 1; hour <= 11; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            Assert.StartsWith("Bonjour", (await visitor.GoAsync("/experts")).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("Se connecter", (await visitor.GoAsync("/experts")).Page.QuerySelector("h1")!.TextContent);
    }
}
