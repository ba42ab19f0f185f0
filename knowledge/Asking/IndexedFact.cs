using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// A fact with the words that it is asked for by.
internal sealed class IndexedFact
{
    private readonly IReadOnlySet<string> names;

    public IndexedFact(Article article, Fact fact, int number, IReadOnlySet<string> articleTitle, IReadOnlySet<string> articleNames, Vocabulary vocabulary)
    {
        Article = article;
        Fact = fact;
        Order = (vocabulary.RankOfFact(fact.Key), number);
        names = articleNames;
        French = new AnalysedText(MarketNames.Without(fact.Label.Fr));
        English = new AnalysedText($"{fact.Label.En}. {fact.Key.Replace('.', ' ').Replace('-', ' ')}");
        Label = French.Stems.Where(stem => !stem.All(char.IsDigit)).ToList();
        Stems = French.Stems.Concat(English.Stems).Concat(articleTitle).Concat(vocabulary.StemsOfFact(fact.Key)).ToHashSet();
    }

    public Article Article { get; }
    public Fact Fact { get; }
    public AnalysedText French { get; }
    public AnalysedText English { get; }
    public IReadOnlySet<string> Stems { get; }
    public IReadOnlyList<string> Label { get; }

    // The usual facts first, as the vocabulary lists them (the standard rate before the reduced one), then as writers did.
    public (int, int) Order { get; }

    // A market is asked for by its country; anything else ("la commission de Zalando") by its name.
    public bool IsNamed(IReadOnlyList<Concept> concepts) =>
        Article.Kind == ArticleKind.Market || concepts.Any(concept => concept.IsIn(names));

    // The share of the label's words that the question speaks of.
    public double Specificity(IReadOnlyList<Concept> concepts) => Label.Count == 0 ? 0
        : (double)Label.Count(stem => concepts.Any(concept => concept.Forms.Any(form => form.Contains(stem)))) / Label.Count;
}
