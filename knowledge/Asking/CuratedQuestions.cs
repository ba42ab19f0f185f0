using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// The wordings that writers tied to a section by hand. They come before any ranking: no ranking beats a person who knows the answer.
internal sealed class CuratedQuestions(IEnumerable<TiedWording> tied)
{
    private const double LeastSimilarity = 0.9;

    // A letter more or less in a short word makes another word: OSS and IOSS, DE and NL.
    private const int LongestExactWord = 4;

    // By their number of words: one of another length is another question.
    private readonly ILookup<int, Curated> wordings = tied.Where(wording => wording.Words.Words.Count > 0)
        .Select(wording => new Curated(wording)).ToLookup(wording => wording.Words.Count);

    public (Article Article, string Section)? Find(string remainder, IReadOnlyList<string> markets, bool saysMore = false)
    {
        // "Et pour la douane ?" goes on about what was said; the same word alone is a question.
        var words = Words(new AnalysedText(MarketNames.Without(remainder)));
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
            .ThenByDescending(candidate => candidate.wording.Tied.Article.Markets.Count > 0)
            .Select(candidate => candidate.wording.Tied)
            .FirstOrDefault();
        return best is null ? null : (best.Article, best.Section);
    }

    private static IReadOnlyList<string> Words(AnalysedText text) => [.. text.Words.Select(word => word.Plain)];

    private static double Similarity(IReadOnlyList<string> curated, IReadOnlyList<string> asked) =>
        Math.Max(Alike(curated, asked), Alike(curated.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal)));

    private static double Alike(IEnumerable<string> curated, IEnumerable<string> asked) =>
        EditDistance.Similarity(string.Join(' ', curated), string.Join(' ', asked));

    private static HashSet<string> Exact(IEnumerable<string> words) =>
        words.Where(word => word.Length <= LongestExactWord || FrenchAnalysis.IsAcronym(word)).ToHashSet();

    private sealed class Curated(TiedWording tied)
    {
        public TiedWording Tied => tied;

        public IReadOnlyList<string> Words { get; } = CuratedQuestions.Words(tied.Words);

        public HashSet<string> Exact => field ??= CuratedQuestions.Exact(Words);

        // A wording that names markets is about these; one that names none is about its article's.
        public bool MayConcern(IReadOnlyList<string> asked) => tied.Markets.Count > 0
            ? tied.Markets.Count == asked.Count && tied.Markets.All(asked.Contains)
            : asked.Count == 0 || tied.Article.Markets.Count == 0 || asked.All(tied.Article.Markets.Contains);
    }
}
