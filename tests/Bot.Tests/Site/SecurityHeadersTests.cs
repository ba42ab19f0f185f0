using System.Net;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CroissanceConnectee.Bot.Tests.Site;

public sealed partial class SecurityHeadersTests
{
    public static TheoryData<string> Pages => ["/", "/?lang=en", "/conversation", "/donnees", "/developpement/envois", "/telephone", "/nulle-part", "/health/live"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryAnswerCarriesThePolicy(string page)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(page);

        var policy = Assert.Single(visitor.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Matches("script-src 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';", policy);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(visitor.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(visitor.Response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", Assert.Single(visitor.Response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task NoPageHasScriptOrStyleInItself(string page)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(page);

        Assert.All(visitor.Page.Scripts, script => Assert.Equal("", script.TextContent));
        Assert.Empty(visitor.Page.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(visitor.Page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ScriptCarriesTheNonceOfItsAnswerAndOfNoOther()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync("/");
        var first = NonceOfPolicy().Match(visitor.Response.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
        var carried = visitor.Page.Scripts.Select(script => script.GetAttribute("nonce"));
        await visitor.GoAsync("/");
        var second = NonceOfPolicy().Match(visitor.Response.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;

        Assert.Equal([first], carried);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task BrowsersAreToldToStayOnHttpsOutsideDevelopment()
    {
        await using var bot = new BotApplication();
        await using var production = bot.WithWebHostBuilder(host => host.UseEnvironment("Production"));
        using var http = production.CreateClient(new() { BaseAddress = new Uri("https://croissance.example") });

        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("wss://croissance.example", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NonceOfPolicy();
}
