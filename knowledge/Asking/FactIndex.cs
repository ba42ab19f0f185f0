using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// By name: the question is about little else than this fact.
internal sealed record FoundFact(Article Article, Fact Fact, bool IsAskedByName);

// Finds the facts that a question asks for by name ("taux de TVA en Espagne").
internal sealed class FactIndex
{
    // Nearly everything asked must be in the fact, and enough of the fact must have been asked.
    private const double LeastCoverage = 0.75;
    private const double LeastSpecificity = 0.25;
    private const double AskedByName = 0.5;
    private const double NearlyAsGood = 0.9;
    private const int Most = 3;

    private readonly IReadOnlyList<Item> items;

    public FactIndex(IEnumerable<Article> articles, Vocabulary vocabulary) =>
        items = [.. articles.SelectMany(article => article.Facts.Select(fact => (article, fact))).Select((of, number) => Item.Of(number, of.article, of.fact, vocabulary))];

    public IReadOnlyList<FoundFact> Find(IReadOnlyList<Concept> concepts, Coverage coverage, string? market, Func<Article, bool> allowed)
    {
        var found = items
            .Where(item => allowed(item.Article) && item.IsNamed(concepts))
            .Select(item => (item, coverage: coverage.Of(item.Stems), specificity: item.Specificity(concepts)))
            .Where(candidate => candidate.coverage >= LeastCoverage && candidate.specificity >= LeastSpecificity)
            .Select(candidate => (candidate.item, candidate.specificity, score: candidate.coverage * (0.5 + candidate.specificity) * Ranking.About(candidate.item.Article, market)))
            .OrderByDescending(candidate => candidate.score)
            .ToList();

        // The usual facts first, as the vocabulary lists them (the standard rate before the reduced one), then as the writer did.
        return [.. found.Where(candidate => candidate.score >= NearlyAsGood * found[0].score)
            .OrderBy(candidate => candidate.item.Order).Take(Most).Select(candidate => new FoundFact(candidate.item.Article, candidate.item.Fact, candidate.specificity >= AskedByName))];
    }

    private sealed record Item(
        (int, int) Order, Article Article, Fact Fact, IReadOnlySet<string> Stems, IReadOnlySet<string> Label, IReadOnlySet<string> Names)
    {
        public static Item Of(int number, Article article, Fact fact, Vocabulary vocabulary)
        {
            var label = StemsOf(fact.Label.Fr);
            var words = fact.Key.Replace('.', ' ').Replace('-', ' ');
            var around = StemsOf($"{words}. {fact.Label.En}. {article.Title.Fr}. {article.Title.En}");
            return new Item((vocabulary.RankOfFact(fact.Key), number), article, fact, label.Concat(around).Concat(vocabulary.StemsOfFact(fact.Key)).ToHashSet(), label, StemsOf($"{article.Id.Replace('-', ' ')}. {string.Join(". ", article.Keywords)}"));
        }

        // A market is asked for by its country; anything else ("la commission de Zalando") by its name.
        public bool IsNamed(IReadOnlyList<Concept> concepts) =>
            Article.Kind == ArticleKind.Market || concepts.Any(concept => concept.Forms.Any(form => form.All(Names.Contains)));

        // The share of the label's words that the question speaks of.
        public double Specificity(IReadOnlyList<Concept> concepts) => Label.Count == 0 ? 0
            : (double)Label.Count(stem => concepts.Any(concept => concept.Forms.Any(form => form.Contains(stem)))) / Label.Count;

        private static HashSet<string> StemsOf(string text) =>
            [.. FrenchAnalysis.Words(MarketNames.Without(text)).Select(word => word.Stem).Where(stem => !stem.All(char.IsDigit))];
    }
}
