using System.Globalization;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles;

/// Where articles, their passages and their facts stand on the site: pages, citations, feeds and the API all ask here.
public static class ArticleAddress
{
    public const string Markets = "/marches";
    public const string Marketplaces = "/places-de-marche";
    public const string Schemes = "/dispositifs";
    public const string Stories = "/temoignages";
    public const string Guides = "/guides";

    /// The summary is quoted like a passage, and stands at the top.
    public const string SummaryAnchor = "summary";

    public static string Of(ArticleKind kind) => kind switch
    {
        ArticleKind.Market => Markets,
        ArticleKind.Marketplace => Marketplaces,
        ArticleKind.Scheme => Schemes,
        ArticleKind.Story => Stories,
        ArticleKind.Practice => Guides,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of article without a place on the site."),
    };

    public static string Of(Article article) => $"{Of(article.Kind)}/{article.Id}";

    /// The page itself when the article has no such section.
    public static string Of(Article article, string? section) =>
        article.Sections.Any(one => one.Anchor == section) ? $"{Of(article)}#{section}" : Of(article);

    /// Passage ids are `article#section-2`; the summary's too.
    public static string OfPassage(Article article, string passageId)
    {
        var anchor = AnchorOf(passageId);
        return $"{Of(article)}#{(anchor.StartsWith(SummaryAnchor, StringComparison.Ordinal) ? SummaryAnchor : anchor)}";
    }

    public static string Of(Article article, Fact fact) => $"{Of(article)}#{AnchorOf(article, fact)}";

    public static string AnchorOf(string passageId) => passageId[(passageId.IndexOf('#', StringComparison.Ordinal) + 1)..];

    /// Two sources may give the same fact: the second one is numbered.
    public static string AnchorOf(Article article, Fact fact)
    {
        var before = article.Facts.TakeWhile(other => other != fact).Count(other => other.Key == fact.Key);
        return before == 0 ? $"fait-{fact.Key}" : string.Create(CultureInfo.InvariantCulture, $"fait-{fact.Key}-{before + 1}");
    }

    public static string AnchorOf(Source source) => $"source-{source.Id}";
}
