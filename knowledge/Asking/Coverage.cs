using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// How much of what a question speaks of is said somewhere, rare words counting more than common ones. It tells "the articles know this"
// from "the articles use some of these words" better than Lucene's score does, which has no fixed scale.
internal sealed class Coverage
{
    // What an unknown or a rare word weighs at most. More, and every product name would silence the bot.
    private const double MostWeight = 4;

    // Where to look is known: a word that no article has then hardly makes it another question.
    private const double UnknownWhenAnchored = 1.5;

    // What is sold, and how many, is the example; the question is about something else.
    private const double ExampleWeight = 0.6;
    private const double NumberWeight = 1;
    private const double AspectWeight = 1.2;
    private const int SeveralCountries = 3;

    // One ordinary word that happens to stand in some sentence is no subject ("qui est le président ?"), and a guess is a question back.
    private const double MostForChance = 0.3;
    private const double MostForOneOfMany = 0.45;
    private const int ManyConcepts = 3;
    private const double RareWeight = 3;
    private const double MostForGuess = 0.45;

    private const double InText = 1;
    private const double InWordings = 0.9;
    private const double InHeading = 0.8;
    private const double InKeywords = 0.4;
    private const double InSection = 0.9;

    private readonly IReadOnlyList<Concept> concepts;
    private readonly IReadOnlySet<string> aspects;
    private readonly IReadOnlyList<string> markets;
    private readonly IReadOnlyList<string> themes;
    private readonly string? inheritedTheme;
    private readonly string? market;
    private readonly bool isCalled;
    private readonly bool asksCountries;
    private readonly bool[] examples;

    // In which sections the articles speak of a thing: "casier" belongs to deliveries, whatever the article about a country calls it.
    private readonly Dictionary<Concept, IReadOnlyDictionary<string, double>> usualSections;
    private readonly double[] weights;
    public double[] Weights => weights;
    private readonly double total;

    public Coverage(UnderstoodQuestion question, Postings postings, Vocabulary vocabulary)
    {
        concepts = question.Concepts;
        aspects = question.Aspects;
        asksCountries = question.AsksCountries;
        markets = question.Markets;
        themes = question.Themes;
        isCalled = question.Called.Count > 0;
        inheritedTheme = question.InheritedTheme;
        market = question.Called.Count > 0 && question.MarketIsNamed ? question.Markets[0] : null;
        weights = [.. concepts.Select(concept => Weight(concept, postings, question.IsAnchored, vocabulary))];
        total = weights.Sum();
        usualSections = concepts.ToDictionary(concept => concept, postings.SectionsOf);
        examples = [.. concepts.Select(concept => vocabulary.IsExample(concept.Forms[0]))];
    }

    // From 0 (nothing) to 1 (everything, in the text itself).
    public double Of(Entry entry)
    {
        var covered = Of(concept => concept.IsIn(entry.Text.Stems) ? InText
            : MayWord(entry) && concept.IsIn(entry.Headings.Wordings.Stems) ? InWordings
            : concept.IsIn(entry.Headings.Stems) || concept.Themes.Contains(entry.Passage.Section) ? InHeading
            : Math.Max(concept.IsIn(entry.Headings.Keywords.Stems) ? InKeywords : 0, IsAnchored(entry) ? InSection * usualSections[concept].GetValueOrDefault(entry.Passage.Section) : 0));
        return Math.Min(WithManner(covered, entry), Most(entry));
    }

    private bool IsAnchored(Entry entry) => GoodEnough.IsSpecificTo(entry.Article, markets.Count > 0 ? markets[0] : null) || isCalled;

    // The wordings of an article about a country are questions about that country.
    private bool MayWord(Entry entry) => entry.Article.Kind != ArticleKind.Market || entry.Article.Markets.Any(markets.Contains);

    // How something is asked ("combien", "comment s'inscrire"), and for which country of a marketplace, counts like one more word.
    private double WithManner(double covered, Entry entry)
    {
        var (said, asked) = (covered * total, total);
        if (aspects.Count > 0)
        {
            asked += AspectWeight;
            var inSection = aspects.Contains(entry.Passage.Section) || themes.Contains(entry.Passage.Section);
            said += AspectWeight * (!aspects.Contains(Themes.Amount) ? inSection ? 1 : 0 : (inSection ? 0.6 : 0.1) + (entry.HasFigures ? 0.4 : 0));
        }

        if (asksCountries)
        {
            asked += AspectWeight;
            said += entry.Named.Count >= SeveralCountries ? AspectWeight : 0;
        }

        if (market is not null)
        {
            asked += AspectWeight;
            said += entry.Named.Contains(market) ? AspectWeight : 0;
        }

        return asked == 0 ? 0 : said / asked;
    }

    private double Most(Entry entry)
    {
        var inHeadings = concepts.Where(concept => concept.IsIn(entry.Headings.Stems) || concept.IsIn(entry.Headings.Keywords.Stems)).ToList();
        var found = concepts.Where(concept => concept.IsIn(entry.Text.Stems)).Union(inHeadings).ToList();
        return isCalled ? 1
            : LacksName(entry) ? MostForGuess
            : concepts is [{ IsTradeWord: false }] && markets.Count == 0 && aspects.Count == 0 && weights[0] < RareWeight ? MostForChance
            : concepts.Count > 0 && Array.TrueForAll(examples, isExample => isExample) && aspects.Count == 0 ? MostForChance
            : found is [{ IsTradeWord: false }] && inHeadings.Count == 0 && entry.Passage.Section != inheritedTheme
                ? concepts.Count >= ManyConcepts && entry.Article.Markets.Any(markets.Contains) ? MostForOneOfMany : MostForChance
            : found.TrueForAll(concept => concept.IsGuess) ? MostForGuess
            : 1;
    }

    // A brand or an acronym that the passage does not speak of is another subject.
    private bool LacksName(Entry entry) => concepts.Any(concept => FrenchAnalysis.IsAcronym(concept.Typed) && !concept.IsIn(entry.Text.Stems)
        && !concept.IsIn(entry.Headings.Stems) && !concept.IsIn(entry.Headings.Keywords.Stems) && !concept.IsIn(entry.Headings.Wordings.Stems)
        && !concept.Themes.Contains(entry.Passage.Section));

    public double Of(IReadOnlySet<string> stems) => Of(concept => concept.IsIn(stems) ? 1 : 0);

    // Of what sentences say together, for choosing among them.
    public double Of(IEnumerable<EntrySentence> sentences) => Of(concept => sentences.Any(sentence => concept.IsIn(sentence.Words.Stems)) ? 1 : 0);

    private double Of(Func<Concept, double> credit) =>
        total == 0 ? 0 : concepts.Zip(weights, (concept, weight) => weight * credit(concept)).Sum() / total;

    private static double Weight(Concept concept, Postings postings, bool isAnchored, Vocabulary vocabulary)
    {
        var (found, all) = (postings.Count(concept), postings.Entries);
        var most = vocabulary.IsExample(concept.Forms[0]) ? ExampleWeight
            : concept.Typed.All(char.IsDigit) ? NumberWeight
            : (found == 0 || concept.IsGuess) && isAnchored ? UnknownWhenAnchored : MostWeight;
        return Math.Min(most, Math.Log(1 + ((all - found + 0.5) / (found + 0.5))));
    }
}
