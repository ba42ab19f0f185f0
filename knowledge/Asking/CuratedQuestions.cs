using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// The wordings that writers tied to a section by hand. They come before any ranking: no ranking beats a person who knows the answer.
internal sealed class CuratedQuestions(IEnumerable<Article> articles)
{
    private const double LeastSimilarity = 0.9;

    // A letter more or less in a short word makes another word: OSS and IOSS, DE and NL.
    private const int LongestExactWord = 4;

    // By their number of words: one of another length is another question.
    private readonly ILookup<int, Wording> wordings = (
        from article in articles
        from question in article.Questions
        from ask in question.Ask
        let words = Words(ask)
        where words.Count > 0
        select new Wording(article, question.Section, words, Exact(words), MarketNames.In(ask))).ToLookup(wording => wording.Words.Count);

    public (Article Article, string Section)? Find(string remainder, IReadOnlyList<string> markets, bool saysMore = false)
    {
        // "Et pour la douane ?" goes on about what was said; the same word alone is a question.
        var words = Words(remainder);
        if (words.Count == 1 && saysMore)
        {
            return null;
        }

        var exact = Exact(words);
        var best = wordings[words.Count]
            .Where(wording => wording.Exact.SetEquals(exact) && wording.MayConcern(markets))
            .Select(wording => (wording, similarity: Similarity(wording.Words, words)))
            .Where(candidate => candidate.similarity >= LeastSimilarity)
            .OrderByDescending(candidate => candidate.similarity)
            .ThenByDescending(candidate => candidate.wording.Article.Markets.Count > 0)
            .Select(candidate => candidate.wording)
            .FirstOrDefault();
        return best is null ? null : (best.Article, best.Section);
    }

    private static IReadOnlyList<string> Words(string text) =>
        [.. FrenchAnalysis.Words(MarketNames.Without(text)).Select(word => word.Plain)];

    private static double Similarity(IReadOnlyList<string> curated, IReadOnlyList<string> asked) =>
        Math.Max(Alike(curated, asked), Alike(curated.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal)));

    private static double Alike(IEnumerable<string> curated, IEnumerable<string> asked) =>
        EditDistance.Similarity(string.Join(' ', curated), string.Join(' ', asked));

    private static HashSet<string> Exact(IEnumerable<string> words) =>
        words.Where(word => word.Length <= LongestExactWord || FrenchAnalysis.IsAcronym(word)).ToHashSet();

    private sealed record Wording(Article Article, string Section, IReadOnlyList<string> Words, HashSet<string> Exact, IReadOnlyList<string> Markets)
    {
        // A wording that names markets is about these; one that names none is about its article's.
        public bool MayConcern(IReadOnlyList<string> asked) => Markets.Count > 0
            ? Markets.Count == asked.Count && Markets.All(asked.Contains)
            : asked.Count == 0 || Article.Markets.Count == 0 || asked.All(Article.Markets.Contains);
    }
}
