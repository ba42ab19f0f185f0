using System.Net;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

/// The link with which somebody begins at the desk.
public sealed class WelcomeTests
{
    [Fact]
    public async Task PersonBeginsByALinkAndComesBackWithPasswordAndCode()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        var key = await visitor.EnrolAsync(await bot.LinkAsync("olga@example.org"));
        Assert.Equal(10, visitor.Page.QuerySelectorAll(".codes li").Length);
        await visitor.GoAsync("/experts");
        Assert.Equal("Bonjour olga@example.org", visitor.Page.QuerySelector("h1")!.TextContent);
        await visitor.PressAsync("Se déconnecter");
        await visitor.GoAsync("/experts");
        Assert.Equal("Se connecter", visitor.Page.QuerySelector("h1")!.TextContent);
        await visitor.SignInAsync("Olga@Example.org", DeskVisits.Password, Totp.Code(key));

        Assert.Equal("Bonjour olga@example.org", visitor.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task LinkIsGoodForOnePersonOnce()
    {
        await using var bot = new BotApplication();
        using var first = new Visitor(bot);
        using var second = new Visitor(bot);
        var link = await bot.LinkAsync("olga@example.org");
        await second.GoAsync(link);
        var late = second.Fill("Enregistrer", ("password", "une autre phrase longue"), ("repeated", "une autre phrase longue"));

        await first.EnrolAsync(link);

        Assert.Equal(HttpStatusCode.Gone, (await second.SubmitAsync(late)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await second.GoAsync(link)).Status);
        Assert.Equal("Ce lien ne sert plus", second.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task LinkIsGoodForTwoDays()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = new BotApplication { Clock = clock };
        using var visitor = new Visitor(bot);
        var link = await bot.LinkAsync("olga@example.org");

        clock.Advance(TimeSpan.FromHours(47));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync(link)).Status);
        var late = visitor.Fill("Enregistrer");
        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GoAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.SubmitAsync(late)).Status);
    }

    [Fact]
    public async Task NewLinkVoidsTheOneBeforeAndOnceUsedWhatWasBefore()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        var key = await visitor.EnrolAsync(await bot.LinkAsync("olga@example.org"));
        using var elsewhere = new Visitor(bot);

        var second = await bot.LinkAsync("olga@example.org");
        var third = await bot.LinkAsync("olga@example.org");
        Assert.Equal(HttpStatusCode.Gone, (await elsewhere.GoAsync(second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SignInAsync("olga@example.org", DeskVisits.Password, Totp.Code(key))).Status);
        using var again = new Visitor(bot);
        var newKey = await again.EnrolAsync(third, "une tout autre phrase longue");

        using var old = new Visitor(bot);
        Assert.Equal(HttpStatusCode.BadRequest, (await old.SignInAsync("olga@example.org", DeskVisits.Password, Totp.Code(key))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await old.SignInAsync("olga@example.org", "une tout autre phrase longue", Totp.Code(key))).Status);
        Assert.Equal(HttpStatusCode.OK, (await old.SignInAsync("olga@example.org", "une tout autre phrase longue", Totp.Code(newKey))).Status);
    }

    [Theory]
    [InlineData("court", "court", null)]
    [InlineData(DeskVisits.Password, "une autre phrase longue", null)]
    [InlineData(DeskVisits.Password, DeskVisits.Password, "abc")]
    [InlineData(DeskVisits.Password, DeskVisits.Password, "")]
    public async Task WhatIsNotGoodEnoughIsRefusedAndLosesNeitherTheLinkNorTheKey(string password, string repeated, string? code)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        var link = await bot.LinkAsync("olga@example.org");
        await visitor.GoAsync(link);
        var key = visitor.Page.GetElementById("authenticator-key")!.TextContent;

        await visitor.PressAsync("Enregistrer", ("password", password), ("repeated", repeated), ("code", code ?? Totp.Code(key)));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Rien n'a été enregistré", visitor.Words, StringComparison.Ordinal);
        Assert.Equal(key, visitor.Page.GetElementById("authenticator-key")!.TextContent);
        await visitor.PressAsync("Enregistrer", ("password", DeskVisits.Password), ("repeated", DeskVisits.Password), ("code", Totp.Code(key)));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task KeyOfAnotherPersonOrOfNobodyIsNotTaken()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.GoAsync(await bot.LinkAsync("autre@example.org"));
        var (sealedKey, key) = (visitor.Fill("Enregistrer").Fields["key"], visitor.Page.GetElementById("authenticator-key")!.TextContent);
        await visitor.GoAsync(await bot.LinkAsync("olga@example.org"));

        foreach (var brought in (string[])[sealedKey, "n'importe quoi", new string('x', 20_000)])
        {
            await visitor.PressAsync("Enregistrer", ("password", DeskVisits.Password), ("repeated", DeskVisits.Password), ("code", Totp.Code(key)), ("key", brought));
            Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("[[[[")]
    public async Task PasskeyThatIsNoneIsRefusedAndTheLinkStays(string credential)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.GoAsync(await bot.LinkAsync("olga@example.org"));

        await visitor.PressAsync("Créer ma clé d'accès", ("credential", credential));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.NotNull(visitor.Page.GetElementById("authenticator-key"));
    }

    [Fact]
    public async Task OnlyAHashOfTheLinkIsKept()
    {
        await using var bot = new BotApplication();

        var token = (await bot.LinkAsync("olga@example.org")).Split('/')[^1];

        var kept = await bot.ReadDataAsync(data => data.Users.Select(user => user.LinkHash).SingleAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(kept);
        Assert.DoesNotContain(token, kept, StringComparison.OrdinalIgnoreCase);
    }
}
