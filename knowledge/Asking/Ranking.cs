namespace CroissanceConnectee.Knowledge.Asking;

// Orders what Lucene finds by what else is known of the question: its market, its theme, and how it asks.
internal static class Ranking
{
    // Enough that the passages of one market are among the hits of a word that all markets use.
    private const int HitsLookedAt = 300;

    // Added to the covered share of the question, which lies between 0 and 1.
    private const double Found = 0.35;
    private const double AboutTheMarket = 0.45;
    private const double OfTheMarket = 0.1;
    private const double InThemeSection = 0.3;
    private const double InThemeArticle = 0.05;
    private const double InInheritedTheme = 0.2;
    private const double AsAskedFor = 0.4;
    private const double CalledByName = 0.2;
    private const double UnaskedMarket = -0.1;

    // A story tells what one firm did, a marketplace what its own rules are: they answer a general question last.
    private const double Anecdote = -0.15;

    // An English summary is in the visitor's words, but says less than the passage that answers.
    private const double SummaryOnly = -0.3;

    // What Lucene does not find has this share of the best score: it may still stand in the section that was asked for.
    private const double NotFound = 0.15;

    public static IReadOnlyList<Candidate> Candidates(Snapshot snapshot, UnderstoodQuestion question, Coverage coverage, string? market) =>
        InOrder(snapshot.Passages.Search(question, market, HitsLookedAt), question, coverage, market);

    // All entries of one article, whether Lucene finds them or not.
    public static IReadOnlyList<Candidate> Within(Snapshot snapshot, UnderstoodQuestion question, Coverage coverage, Article article, string? market)
    {
        var found = snapshot.Passages.Search(question, null, HitsLookedAt, article).ToDictionary(hit => hit.Entry, hit => hit.Score);
        var least = NotFound * found.Values.DefaultIfEmpty(1).Max();
        var entries = snapshot.EntriesOf[article].Where(entry => entry.Language == "fr" || entry.Language == question.Language);
        return InOrder(entries.Select(entry => (entry, Math.Max(least, found.GetValueOrDefault(entry)))), question, coverage, market);
    }

    private static IReadOnlyList<Candidate> InOrder(
        IEnumerable<(Entry Entry, double Score)> hits, UnderstoodQuestion question, Coverage coverage, string? market)
    {
        var all = hits.ToList();
        var best = all.Select(hit => hit.Score).DefaultIfEmpty(1).Max();
        return
        [
            .. all.Select(hit => (hit.Entry, found: hit.Score / best, covered: coverage.Of(hit.Entry)))
                .Select(hit => new Candidate(hit.Entry, Math.Max(0, hit.covered + (Found * hit.found) + Steering(hit.Entry, question, market)), hit.covered))
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Entry.Number),
        ];
    }

    private static double Steering(Entry entry, UnderstoodQuestion question, string? market)
    {
        var (article, section) = (entry.Article, entry.Passage.Section);
        var steering = question.Themes.Contains(section) ? InThemeSection
            : question.Themes.Any(article.Themes.Contains) && article.Kind != ArticleKind.Market ? InThemeArticle
            : question.Themes.Count == 0 && question.InheritedTheme == section ? InInheritedTheme
            : 0;
        steering += market is null ? article.Kind == ArticleKind.Market ? UnaskedMarket : 0
            : GoodEnough.IsSpecificTo(article, market) ? AboutTheMarket
            : article.Markets.Contains(market) ? OfTheMarket : 0;
        steering += question.Called.Contains(article) ? CalledByName : 0;
        steering += question.Aspects.Contains(section) ? AsAskedFor : 0;
        steering += article.Kind == ArticleKind.Story ? question.Aspects.Contains(Themes.How) ? AsAskedFor : Anecdote
            : article.Kind != ArticleKind.Marketplace || question.Called.Contains(article) ? 0
            : !GoodEnough.AsksWhereToSell(question, market) ? Anecdote : section == Themes.Definition ? AsAskedFor : 0;
        return steering + (entry.Language == "en" ? SummaryOnly : 0);
    }

    // A fact of one country says more of it than one of an article that names ten.
    public static double About(Article article, string? market) =>
        market is not null && article.Markets.Contains(market) ? 1 + (1.0 / article.Markets.Count) : 1;
}
