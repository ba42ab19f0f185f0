using AngleSharp.Dom;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CroissanceConnectee.Bot.Tests.Site;

public sealed class LandingTests
{
    [Fact]
    public async Task SaysWhatOneGetsInTenWords()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        Assert.Equal(10, visitor.Page.QuerySelector("h1")!.TextContent.Split(' ').Length);
    }

    [Fact]
    public async Task SaysThatItIsAMachineBeforeAnythingIsOpened()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        Assert.Contains("Vous parlez à un programme, pas à une personne.", visitor.Page.QuerySelector(".hero")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ButtonLeadsSomewhereWithoutScript()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        Assert.All(visitor.Page.QuerySelectorAll("[data-chat]"), link => Assert.StartsWith("/conversation", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.True(visitor.Page.QuerySelector("#chat")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task WeighsLessThanAHundredKilobytesBeforeTheChatOpens()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        using var http = bot.CreateClient();
        await visitor.GoAsync("/");

        var addresses = visitor.Page.QuerySelectorAll("img[src], script[src]").Select(element => element.GetAttribute("src")!)
            .Concat(visitor.Page.QuerySelectorAll("link[href]").Select(element => element.GetAttribute("href")!))
            .Distinct().ToList();
        var weight = (await http.GetByteArrayAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Length;
        foreach (var address in addresses)
        {
            weight += (await http.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Length;
        }

        // Style, font, script, logo, illustration and three icons, at the least; as they are, uncompressed.
        Assert.True(addresses.Count >= 8);
        Assert.InRange(weight, 1, 100_000);
    }

    [Fact]
    public async Task AsksNothingOfOtherSites()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        Assert.All(visitor.Page.QuerySelectorAll("[src], link[href]"), element =>
            Assert.Matches("^/[^/]", element.GetAttribute("src") ?? element.GetAttribute("href")));
    }

    [Fact]
    public async Task ChatScriptGoesOutCompressed()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        // In Development, files are compressed as they are asked for, and hardly.
        await using var production = bot.WithWebHostBuilder(host => host.UseEnvironment("Production"));
        using var http = production.CreateClient();
        await visitor.GoAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, visitor.Page.QuerySelector("#chat")!.GetAttribute("data-webchat"));
        request.Headers.Add("Accept-Encoding", "gzip");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 300_000, 1_200_000);
    }

    [Fact]
    public async Task SwitchGivesTheOtherLanguageAndItStays()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");
        var french = visitor.Page.DocumentElement.GetAttribute("lang");
        await visitor.GoAsync(visitor.Page.QuerySelector("header a[hreflang]")!.GetAttribute("href")!);
        var switched = visitor.Page.QuerySelector("h1")!.TextContent;
        await visitor.GoAsync("/donnees");

        Assert.Equal("fr", french);
        Assert.Equal("Get your free plan to sell online to other countries", switched);
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", visitor.Page.QuerySelector("header a[hreflang]")!.GetAttribute("hreflang"));
    }

    [Theory]
    [InlineData("/?lang=de")]
    [InlineData("/?lang=%3Cscript%3E")]
    [InlineData("/?lang=fr-CA")]
    public async Task LanguageThatWeDoNotSpeakIsFrench(string address)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(address);

        Assert.Equal("fr", visitor.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("01 99 00 20 17", true)]
    [InlineData("+33 6 39 98 12 34", true)]
    [InlineData("01 40 00 00 00", false)]
    public async Task NumberKeptForFictionIsMarkedAsSuch(string number, bool fiction)
    {
        await using var bot = new BotApplication(("Desk:PhoneNumber", number));
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        Assert.Contains(visitor.Page.QuerySelectorAll("a[href^='tel:']"), link => link.TextContent.Contains(number, StringComparison.Ordinal));
        Assert.Equal(fiction, visitor.Words.Contains("numéro de démonstration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoPhoneIsShownWhereThereIsNone()
    {
        await using var bot = new BotApplication(("Desk:PhoneNumber", ""));
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");

        Assert.Empty(visitor.Page.QuerySelectorAll("a[href^='tel:']"));
        Assert.DoesNotContain("téléphone", visitor.Words, StringComparison.OrdinalIgnoreCase);
    }
}
