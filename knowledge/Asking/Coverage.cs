using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// How much of what a question speaks of is said somewhere, rare words counting more than common ones. It tells "the articles know this"
// from "the articles use some of these words" better than Lucene's score does, which has no fixed scale. The figures were set on the
// articles' own wordings, with that table switched off, and on the judged questions that may be tuned on.
internal sealed class Coverage
{
    // What an unknown or a rare word weighs at most. More, and every product name would silence the bot.
    private const double MostWeight = 4;
    private const double RareWeight = 3;

    // Where to look is known: a word that no article has then hardly makes it another question.
    private const double UnknownWhenAnchored = 1.5;

    // What is sold, and how many, is the example; the question is about something else.
    private const double ExampleWeight = 0.6;
    private const double NumberWeight = 1;
    private const double MannerWeight = 1.2;
    private const int SeveralCountries = 3;

    // One ordinary word that happens to stand in some sentence is no subject ("qui est le président ?"), and a guess is a question back.
    private const double MostForChance = 0.3;
    private const double MostForOneOfMany = 0.6;
    private const double MostForGuess = 0.45;
    private const int ManyConcepts = 3;

    private const double InText = 1;
    private const double InWordings = 0.9;
    private const double InHeading = 0.8;
    private const double InKeywords = 0.4;
    private const double InUsualSection = 1.0;

    private readonly UnderstoodQuestion question;
    private readonly Presence[] concepts;
    private readonly double[] weights;
    private readonly double total;
    private readonly bool hasOnlyExamples;

    public Coverage(UnderstoodQuestion question, Postings postings, Vocabulary vocabulary)
    {
        this.question = question;
        concepts = [.. question.Concepts.Select(concept => new Presence(concept, postings))];
        weights = [.. concepts.Select(concept => Weight(concept, postings.Entries, vocabulary))];
        total = weights.Sum();
        hasOnlyExamples = concepts.Length > 0 && Array.TrueForAll(concepts, concept => vocabulary.IsExample(concept.Concept.Forms[0]));
    }

    // From 0 (nothing) to 1 (everything, in the text itself).
    public double Of(Entry entry)
    {
        var said = 0.0;
        for (var at = 0; at < concepts.Length; at++)
        {
            said += weights[at] * Credit(concepts[at], entry);
        }

        return Math.Min(WithManner(said, entry), Most(entry));
    }

    public double Of(IReadOnlySet<string> stems) => Of(concept => concept.IsIn(stems));

    // Of what sentences say together, for choosing among them.
    public double Of(IEnumerable<EntrySentence> sentences) => Of(concept => sentences.Any(sentence => concept.IsIn(sentence.Words.Stems)));

    private double Of(Func<Concept, bool> isSaid) =>
        total == 0 ? 0 : concepts.Zip(weights, (concept, weight) => isSaid(concept.Concept) ? weight : 0).Sum() / total;

    private double Credit(Presence concept, Entry entry)
    {
        if (concept.IsInText(entry))
        {
            return InText;
        }

        var (headings, keywords, wordings) = concept.Above(entry);
        return wordings && MayWord(entry) ? InWordings
            : headings || concept.Concept.Themes.Contains(entry.Passage.Section) ? InHeading
            : Math.Max(keywords ? InKeywords : 0, IsAnchored(entry) ? InUsualSection * concept.ShareIn(entry.Passage.Section) : 0);
    }

    private bool IsAnchored(Entry entry) =>
        question.Called.Count > 0 || GoodEnough.IsSpecificTo(entry.Article, question.Markets.Count > 0 ? question.Markets[0] : null);

    // The wordings of an article about a country are questions about that country.
    private bool MayWord(Entry entry) => entry.Article.Kind != ArticleKind.Market || entry.Article.Markets.Any(question.Markets.Contains);

    // How something is asked ("combien", "comment s'inscrire"), and for which country of a marketplace, counts like one more word.
    private double WithManner(double said, Entry entry)
    {
        var asked = total;
        var (aspects, section) = (question.Aspects, entry.Passage.Section);
        if (aspects.Count > 0)
        {
            var inSection = aspects.Contains(section) || question.Themes.Contains(section);
            asked += MannerWeight;
            said += MannerWeight * (!aspects.Contains(Themes.Amount) ? inSection ? 1 : 0 : (inSection ? 0.6 : 0.1) + (entry.HasFigures ? 0.4 : 0));
        }

        if (question.AsksCountries)
        {
            asked += MannerWeight;
            said += entry.Named.Count >= SeveralCountries ? MannerWeight : 0;
        }

        if (question.Called.Count > 0 && question.MarketIsNamed)
        {
            asked += MannerWeight;
            said += entry.Named.Contains(question.Markets[0]) ? MannerWeight : 0;
        }

        return asked == 0 ? 0 : said / asked;
    }

    private double Most(Entry entry)
    {
        if (question.Called.Count > 0)
        {
            return 1;
        }

        if (Array.Exists(concepts, concept => LacksName(concept, entry)))
        {
            return MostForGuess;
        }

        var isAboutNothing = concepts is [{ Concept.IsTradeWord: false }] && question.Markets.Count == 0 && weights[0] < RareWeight;
        if (question.Aspects.Count == 0 && (isAboutNothing || hasOnlyExamples))
        {
            return MostForChance;
        }

        return MostForFound(entry);
    }

    private double MostForFound(Entry entry)
    {
        var (found, inHeadings, onlyGuesses) = (0, 0, true);
        Presence? last = null;
        foreach (var concept in concepts)
        {
            var (headings, keywords, _) = concept.Above(entry);
            inHeadings += headings || keywords ? 1 : 0;
            if (headings || keywords || concept.IsInText(entry))
            {
                found++;
                onlyGuesses &= concept.Concept.IsGuess;
                last = concept;
            }
        }

        var byChance = found == 1 && !last!.Concept.IsTradeWord && inHeadings == 0 && entry.Passage.Section != question.InheritedTheme;
        return byChance ? concepts.Length >= ManyConcepts && entry.Article.Markets.Any(question.Markets.Contains) ? MostForOneOfMany : MostForChance
            : onlyGuesses ? MostForGuess
            : 1;
    }

    // A brand or an acronym that the passage does not speak of is another subject.
    private static bool LacksName(Presence concept, Entry entry) => FrenchAnalysis.IsAcronym(concept.Concept.Typed) && !concept.IsInText(entry)
        && concept.Above(entry) is (false, false, false) && !concept.Concept.Themes.Contains(entry.Passage.Section);

    private double Weight(Presence concept, int all, Vocabulary vocabulary)
    {
        var found = concept.Entries;
        var most = vocabulary.IsExample(concept.Concept.Forms[0]) ? ExampleWeight
            : concept.Concept.Typed.All(char.IsDigit) ? NumberWeight
            : (found == 0 || concept.Concept.IsGuess) && question.IsAnchored ? UnknownWhenAnchored : MostWeight;
        return Math.Min(most, Math.Log(1 + ((all - found + 0.5) / (found + 0.5))));
    }
}
