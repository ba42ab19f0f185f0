using System.Net;
using CroissanceConnectee.Bot.Tests.DirectLine;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Answers;

public class ReadinessTests
{
    [Fact]
    public async Task BrokenArticlesAreCountedAndTheRestIsServed()
    {
        using var folder = new ArticlesFolder()
            .Add("belgique.md")
            .Add("sans-source.md", " [^spf]", "")
            .Add("yaml.md", "markets: [BE]", "markets: [BE");
        await using var bot = new BotApplication(("Knowledge:Directory", folder.Path));

        var ready = await bot.SendAsync(Wire.Get("/health/ready"));

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var articles = (await ready.JsonAsync()).GetProperty("checks").GetProperty("articles");
        Assert.Equal("Degraded", articles.GetProperty("status").GetString());
        Assert.Equal(1, articles.GetProperty("articles").GetInt32());
        Assert.Equal(2, articles.GetProperty("leftOut").GetInt32());
    }

    [Fact]
    public async Task WithoutAnyArticleItIsNotReady()
    {
        using var folder = new ArticlesFolder();
        await using var bot = new BotApplication(("Knowledge:Directory", folder.Path));

        var ready = await bot.SendAsync(Wire.Get("/health/ready"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
