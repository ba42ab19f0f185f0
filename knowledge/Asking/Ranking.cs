namespace CroissanceConnectee.Knowledge.Asking;

// Orders what Lucene finds by what else is known of the question: its market, its theme, and how it asks.
internal static class Ranking
{
    // Enough that the passages of one market are among the hits of a word that all markets use.
    private const int HitsLookedAt = 300;
    // Divided by the number of markets: an article about one country says more of it than one that names ten.
    private const double AboutTheMarket = 1;
    private const double InThemeSection = 1.6;
    private const double InThemeArticle = 1.1;
    private const double InInheritedTheme = 1.3;
    private const double AsAskedFor = 1.25;
    private const double InOwnLanguage = 1.1;

    private const double CalledByName = 1.25;
    private const double UnaskedMarket = 0.7;

    // A story tells what one firm did; it answers a question about rules or figures last.
    private const double Anecdote = 0.8;

    public static IReadOnlyList<Candidate> Candidates(Snapshot snapshot, UnderstoodQuestion question, Coverage coverage, string? market) =>
    [
        .. snapshot.Passages.Search(question, market, HitsLookedAt)
            .Select(hit => (hit.Entry, hit.Score, covered: coverage.Of(hit.Entry)))
            .Select(hit => new Candidate(hit.Entry, hit.Score * Steering(hit.Entry, question, market) * (0.3 + (0.7 * hit.covered)), hit.covered))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Entry.Number),
    ];

    private static double Steering(Entry entry, UnderstoodQuestion question, string? market)
    {
        var (article, section) = (entry.Article, entry.Passage.Section);
        var steering = question.Themes.Contains(section) ? InThemeSection
            : question.Themes.Any(article.Themes.Contains) && article.Kind != ArticleKind.Market ? InThemeArticle
            : question.Themes.Count == 0 && question.InheritedTheme == section ? InInheritedTheme
            : 1;
        steering *= About(article, market);
        steering *= question.Concepts.Any(concept => concept.IsIn(entry.Headings.NameStems)) ? CalledByName : 1;
        steering *= market is null && article.Kind == ArticleKind.Market ? UnaskedMarket : 1;
        steering *= question.Aspects.Contains(section) ? AsAskedFor : 1;
        steering *= article.Kind == ArticleKind.Story ? question.Aspects.Contains(Themes.How) ? AsAskedFor : Anecdote : 1;
        return steering * (question.Language == "en" && entry.Language == "en" ? InOwnLanguage : 1);
    }

    public static double About(Article article, string? market) =>
        market is not null && article.Markets.Contains(market) ? 1 + (AboutTheMarket / article.Markets.Count) : 1;
}
