using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CroissanceConnectee.Bot.Articles.Costs;
using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Articles;

/// What programs read of the sheets: search engines and feed readers.
public static class ArticleEndpoints
{
    // Reports, conversations and the developers' pages are nobody else's to find.
    private const string Robots = """
        User-agent: *
        Disallow: /diagnostic/
        Disallow: /conversation
        Disallow: /developpement/
        Disallow: /experts
        Disallow: /embed
        Allow: /

        """;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").WithRateLimits().ExcludeFromDescription();
        files.MapGet("/sitemap.xml", ListPages);
        files.MapGet("/robots.txt", TellRobots);
        files.MapGet(ArticleFeed.Path, Feed);
    }

    private static FileContentHttpResult ListPages(KnowledgeBase knowledge, HttpRequest request, IOptions<SiteOptions> site, TimeProvider clock)
    {
        string[] pages = ["/", ArticleAddress.Markets, ArticleAddress.Marketplaces, CostForm.Path, ArticleAddress.Schemes, ArticleAddress.Stories, ArticleAddress.Guides, "/donnees", "/integrer"];
        var today = Today(clock);
        var urls = pages.Select(page => new XElement(Sitemap + "url", Location(page)))
            .Concat(knowledge.Articles.Select(article => new XElement(
                Sitemap + "url",
                Location(ArticleAddress.Of(article)),
                new XElement(Sitemap + "lastmod", ArticleFeed.LastTrue(article, today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
        var document = new XDocument(new XElement(Sitemap + "urlset", urls));
        return TypedResults.File(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}"), "application/xml; charset=utf-8");

        XElement Location(string path) => new(Sitemap + "loc", site.Value.Address(path, request).AbsoluteUri);
    }

    private static ContentHttpResult TellRobots(HttpRequest request, IOptions<SiteOptions> site) =>
        TypedResults.Text($"{Robots}Sitemap: {site.Value.Address("/sitemap.xml", request)}\n", "text/plain", Encoding.UTF8);

    private static FileContentHttpResult Feed(KnowledgeBase knowledge, HttpRequest request, IOptions<SiteOptions> site, TimeProvider clock) => TypedResults.File(
        ArticleFeed.Write(knowledge.Articles, path => site.Value.Address(path, request), Today(clock), Languages.FromTag(CultureInfo.CurrentUICulture.Name)), ArticleFeed.MediaType);

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().Date);
}
