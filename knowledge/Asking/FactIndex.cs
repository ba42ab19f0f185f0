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

    private readonly List<IndexedFact> facts = [];

    public FactIndex(IEnumerable<Article> articles, Vocabulary vocabulary)
    {
        foreach (var article in articles)
        {
            var title = new AnalysedText($"{article.Title.Fr}. {article.Title.En}").Stems;
            var names = new AnalysedText($"{article.Id.Replace('-', ' ')}. {string.Join(". ", article.Keywords)}").Stems;
            facts.AddRange(article.Facts.Select((fact, at) => new IndexedFact(article, fact, at, title, names, vocabulary)));
        }
    }

    public IEnumerable<AnalysedText> Labels => facts.SelectMany(fact => new[] { fact.French, fact.English });

    public IReadOnlyList<FoundFact> Find(IReadOnlyList<Concept> concepts, Coverage coverage, string? market, Func<Article, bool> allowed, bool isCalled = false)
    {
        var found = (
            from fact in facts
            where allowed(fact.Article) && (isCalled || fact.IsNamed(concepts))
            let covered = coverage.Of(fact.Stems)
            where covered >= LeastCoverage
            let specificity = fact.Specificity(concepts)
            where specificity >= LeastSpecificity
            select (fact, specificity, score: covered * (0.5 + specificity) * About(fact.Article, market))).ToList();
        var best = found.Select(candidate => candidate.score).DefaultIfEmpty().Max();
        return [.. found.Where(candidate => candidate.score >= NearlyAsGood * best)
            .OrderBy(candidate => candidate.fact.Order).Take(Most)
            .Select(candidate => new FoundFact(candidate.fact.Article, candidate.fact.Fact, candidate.specificity >= AskedByName))];
    }

    // "Combien ?": the figures of these sections, those first whose names say what was asked.
    public IEnumerable<Fact> Of(Article article, IEnumerable<Entry> passages, Coverage coverage)
    {
        var said = passages.ToList();
        return facts.Where(fact => fact.Article == article && said.Exists(entry => entry.Passage.Sources.Contains(fact.Fact.Source) && fact.Fact.IsNamedIn(entry.Passage.Text)))
            .OrderByDescending(fact => coverage.Of(fact.Stems)).ThenBy(fact => fact.Order).Select(fact => fact.Fact);
    }

    // A fact of one country says more of it than one of an article that names ten.
    private static double About(Article article, string? market) =>
        market is not null && article.Markets.Contains(market) ? 1 + (1.0 / article.Markets.Count) : 1;
}
