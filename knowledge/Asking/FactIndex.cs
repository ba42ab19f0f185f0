using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// Finds the facts that a question asks for by name ("taux de TVA en Espagne").
internal sealed class FactIndex
{
    // Nearly everything asked must be in the fact, and enough of the fact must have been asked.
    private const double LeastCoverage = 0.75;
    private const double LeastSpecificity = 0.25;
    private const double NearlyAsGood = 0.9;
    private const int Most = 3;

    private readonly IReadOnlyList<Item> items;

    public FactIndex(IEnumerable<Article> articles, Vocabulary vocabulary) =>
        items = [.. articles.SelectMany(article => article.Facts.Select(fact => Item.Of(article, fact, vocabulary)))];

    public IReadOnlyList<(Article Article, Fact Fact)> Find(IReadOnlyList<Concept> concepts, Coverage coverage, Func<Article, bool> allowed)
    {
        var found = items
            .Where(item => allowed(item.Article))
            .Select(item => (item, coverage: coverage.Of(item.Stems), specificity: item.Specificity(concepts)))
            .Where(candidate => candidate.coverage >= LeastCoverage && candidate.specificity >= LeastSpecificity)
            .Select(candidate => (candidate.item, score: candidate.coverage * (0.5 + candidate.specificity)))
            .OrderByDescending(candidate => candidate.score)
            .ToList();
        return [.. found.Where(candidate => candidate.score >= NearlyAsGood * found[0].score).Take(Most)
            .Select(candidate => (candidate.item.Article, candidate.item.Fact))];
    }

    private sealed record Item(Article Article, Fact Fact, IReadOnlySet<string> Stems, IReadOnlySet<string> Label)
    {
        public static Item Of(Article article, Fact fact, Vocabulary vocabulary)
        {
            var label = StemsOf(fact.Label.Fr);
            var words = fact.Key.Replace('.', ' ').Replace('-', ' ');
            var around = StemsOf($"{words}. {fact.Label.En}. {article.Title.Fr}. {article.Title.En}");
            return new Item(article, fact, label.Concat(around).Concat(vocabulary.StemsOfFact(fact.Key)).ToHashSet(), label);
        }

        // The share of the label's words that the question speaks of.
        public double Specificity(IReadOnlyList<Concept> concepts) => Label.Count == 0 ? 0
            : (double)Label.Count(stem => concepts.Any(concept => concept.Forms.Any(form => form.Contains(stem)))) / Label.Count;

        private static HashSet<string> StemsOf(string text) =>
            [.. FrenchAnalysis.Words(MarketNames.Without(text)).Select(word => word.Stem).Where(stem => !stem.All(char.IsDigit))];
    }
}
