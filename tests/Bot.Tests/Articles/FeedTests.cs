using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Articles;

public sealed class FeedTests
{
    [Fact]
    public async Task FeedIsAtomWithTheLatestFirst()
    {
        await using var bot = new BotApplication(("Site:PublicUrl", "https://export.example.fr"));

        using var answer = await bot.CreateClient().GetAsync(new Uri("/fiches.atom", UriKind.Relative), TestContext.Current.CancellationToken);
        using var xml = XmlReader.Create(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var feed = SyndicationFeed.Load(xml);

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(feed.Items);
        Assert.Equal(feed.Items.OrderByDescending(item => item.LastUpdatedTime).Select(item => item.LastUpdatedTime), feed.Items.Select(item => item.LastUpdatedTime));
        Assert.All(feed.Items, item => Assert.StartsWith("https://export.example.fr/", item.Links[0].Uri.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SiteMapLeadsToPagesThatExist()
    {
        await using var bot = new BotApplication();
        using var http = bot.CreateClient();

        var map = XDocument.Parse(await http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken));
        var pages = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value)).ToList();

        Assert.True(pages.Count > 100);
        foreach (var page in pages.Where((_, number) => number % 15 == 0))
        {
            using var answer = await http.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"{page}: {answer.StatusCode}"));
        }
    }

    [Fact]
    public async Task RobotsAreKeptOffReportsAndConversations()
    {
        await using var bot = new BotApplication();

        var robots = await bot.CreateClient().GetStringAsync(new Uri("/robots.txt", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Disallow: /diagnostic/", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /conversation", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots, StringComparison.Ordinal);
    }
}
