namespace CroissanceConnectee.Knowledge.Asking;

// Which candidates may answer, best first. The thresholds are shares of the question that an entry covers: the more is known of where
// the answer stands (the article is called by its name, its market and its theme are asked for), the less else must be said there.
internal static class GoodEnough
{
    public const double WhenCalled = 0.3;
    private const double OfMarketAndTheme = 0.25;
    private const double OfMarket = 0.35;
    private const double General = 0.57;
    private const double WhereToSell = 0.62;

    // A general article speaks for a country only when it plainly answers.
    private const double GeneralForMarket = 0.65;

    private const double Plainly = 0.7;
    private const double More = 0.3;

    // What one country, one marketplace or one firm does is told to somebody who named none only when it plainly answers.
    private const double Unasked = 0.75;

    public static List<Candidate> Among(IReadOnlyList<Candidate> candidates, UnderstoodQuestion question, string? market)
    {
        // "Où vendre du vin ?" asks for places to sell at, not for what holds for wine.
        if (AsksWhereToSell(question, market))
        {
            candidates = [.. candidates.Where(candidate => candidate.Entry.Article.Kind == ArticleKind.Marketplace || candidate.Entry.Passage.Section == Themes.Marketplaces)];
        }

        // Its market and its theme are asked for: that section is where the answer stands. General advice (on VAT in the Union, say) may
        // be wrong for this very market, and speaks only when called by its name.
        var ofTheme = candidates.Any(candidate => IsSpecificTo(candidate.Entry.Article, market) && question.Themes.Contains(candidate.Entry.Passage.Section));
        return [.. candidates.Where(candidate => candidate.Coverage >= Threshold(candidate.Entry, question, market)
            && (!ofTheme || candidate.Entry.Article.Markets.Count > 0 || IsCalledByName(candidate.Entry, question)))];
    }

    public static bool AsksWhereToSell(UnderstoodQuestion question, string? market) =>
        market is null && question.Called.Count == 0 && question.Aspects.Contains(Themes.Marketplaces);

    // General advice that covers the question, where no article about the market does.
    public static bool IsMore(Candidate candidate, IReadOnlyList<Candidate> candidates, string market) =>
        candidate.Entry.Article is { Kind: ArticleKind.Practice, Markets.Count: 0 } && candidate.Coverage >= Plainly
        && candidate.Coverage >= More + candidates.Where(other => IsSpecificTo(other.Entry.Article, market)).Select(other => other.Coverage).DefaultIfEmpty().Max();

    private static double Threshold(Entry entry, UnderstoodQuestion question, string? market)
    {
        var article = entry.Article;
        return IsCalledByName(entry, question) && article.Kind != ArticleKind.Practice ? WhenCalled
            : article.Kind == ArticleKind.Story ? question.Aspects.Contains(Themes.How) ? General : double.MaxValue
            : IsSpecificTo(article, market) ? question.Themes.Contains(entry.Passage.Section) ? OfMarketAndTheme : OfMarket
            : AsksWhereToSell(question, market) ? WhereToSell
            : article.Kind is ArticleKind.Marketplace or ArticleKind.Market ? Unasked
            : market is not null ? GeneralForMarket
            : General;
    }

    public static bool IsCalledByName(Entry entry, UnderstoodQuestion question) =>
        question.Called.Contains(entry.Article);

    public static bool IsSpecificTo(Article article, string? market) => market is not null && article.Markets.Contains(market)
        && (article.Kind == ArticleKind.Market || (article.Kind == ArticleKind.Practice && article.Markets.Count == 1));

    public static bool IsGeneral(Candidate candidate) => candidate.Entry.Article.Kind != ArticleKind.Market;
}
