using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles;

/// The sheets as an Atom feed (RFC 4287), the one with the most recent figure or source first.
internal static class ArticleFeed
{
    public const string Path = "/fiches.atom";

    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const int Entries = 60;

    public static byte[] Write(IEnumerable<Article> articles, Func<string, Uri> address, DateOnly today, Language language)
    {
        var words = new ArticleWords(language);
        var latest = articles.Select(article => (Article: article, At: LastTrue(article, today))).OrderByDescending(entry => entry.At)
            .ThenBy(entry => entry.Article.Id, StringComparer.Ordinal).Take(Entries).ToList();
        var own = address(Path);
        var feed = new SyndicationFeed(Text(nameof(ArticleTexts.FeedTitle), language), Text(nameof(ArticleTexts.MarketsLead), language), address("/"))
        {
            Id = own.AbsoluteUri,
            Language = words.Code,
            LastUpdatedTime = latest.Count > 0 ? Noon(latest[0].At) : Noon(today),
            Items =
            [
                .. latest.Select(entry => new SyndicationItem(
                    entry.Article.Title.In(words.Code), (SyndicationContent?)null, address(ArticleAddress.Of(entry.Article)),
                    address(ArticleAddress.Of(entry.Article)).AbsoluteUri, Noon(entry.At))
                {
                    Summary = new TextSyndicationContent(entry.Article.Summary.In(words.Code)),
                    Categories = { new SyndicationCategory(words.Kind(entry.Article.Kind)) },
                }),
            ],
        };
        feed.Authors.Add(new SyndicationPerson { Name = SiteTexts.Name });
        feed.Links.Add(SyndicationLink.CreateSelfLink(own, "application/atom+xml"));

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            feed.SaveAsAtom10(xml);
        }

        return bytes.ToArray();
    }

    /// A file's date says when it was copied; what a reader wants to know is until when its figures are true.
    public static DateOnly LastTrue(Article article, DateOnly today) => article.Facts.Select(fact => fact.AsOf)
        .Concat(article.Sources.Select(source => source.Date))
        .Where(date => date <= today)
        .DefaultIfEmpty(DateOnly.MinValue.AddYears(1969))
        .Max();

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static string Text(string key, Language language) => ArticleTexts.ResourceManager.GetString(key, language.Culture())!;
}
