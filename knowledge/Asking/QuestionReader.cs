using System.Text.RegularExpressions;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// Finds in the words of a question its markets, its themes and what it speaks of.
internal sealed partial class QuestionReader(Vocabulary vocabulary, ArticleNames names, Func<AnalysedWord, string, ReadWord?> knownWord)
{
    public const string Home = "FR";

    // A person's question has a dozen words that mean something; what is longer was pasted.
    private const int MostWords = 24;

    private const int BareQuestion = 4;

    private static readonly HashSet<string> BareWord = [Knowledge.Themes.Definition];

    public UnderstoodQuestion Read(Question question)
    {
        var text = Cleaned(question.Text);
        var mentions = MarketNames.Find(text);
        var remainder = MarketNames.Without(text, mentions);
        var (called, calling) = names.CalledIn(text);
        var (words, asked) = Words(remainder, question.Language, called, calling, knownWord);
        var named = NamedMarkets(text, mentions);
        var aspects = vocabulary.AspectsOf(text);
        var themes = Themes(words, aspects);
        return new UnderstoodQuestion
        {
            Language = question.Language == "en" ? "en" : "fr",
            Remainder = PlainText.Phrase(remainder),
            Essence = new Essence(asked, Concepts(words)),
            Called = called,
            Elsewhere = OtherCountries.In(text),
            AsksCountries = WhichCountries().IsMatch(text),
            Markets = named.Count > 0 ? named : question.Markets,
            MarketIsNamed = named.Count > 0,
            Places = [.. mentions.Select(mention => PlainText.Fold(text.Substring(mention.Start, mention.Length)))],
            Themes = themes,
            InheritedTheme = question.Theme,
            // A bare word ("DDP ?") asks what it means.
            Aspects = aspects.Count == 0 && question.Markets.Count == 0 && question.Theme is null && PlainText.Words(text).Count <= BareQuestion && words.TrueForAll(word => !word.IsGuess && (words.Count == 1 || FrenchAnalysis.IsAcronym(word.Plain))) ? BareWord : aspects,
        };
    }

    // What a wording asks, by the same rules; a writer's odd spellings are meant, and stay.
    public Essence EssenceOf(string wording)
    {
        var text = Cleaned(wording);
        var (called, calling) = names.CalledIn(text);
        var (words, asked) = Words(MarketNames.Without(text), "fr", called, calling, (word, _) => new ReadWord(word.Plain, word.Stem));
        return new Essence(asked, Concepts(words));
    }

    private static string Cleaned(string text) => Fillers().Replace(HowMuch().Replace(Stammer().Replace(PlainText.Clean(text), "$1"), " combien "), " ");

    // A word said again and again is the word.
    [GeneratedRegex(@"\b(\w+)(?: \1\b)+", RegexOptions.IgnoreCase)]
    private static partial Regex Stammer();

    // What calls a practice ("EORI", "GPSR") is also the subject; what calls a firm or a scheme only says where to look.
    private static (List<ReadWord> Words, string Asked) Words(
        string remainder, string language, IReadOnlySet<Article> called, IReadOnlySet<string> calling, Func<AnalysedWord, string, ReadWord?> knownWord)
    {
        var subject = called.Any(article => article.Kind == ArticleKind.Practice);
        var words = FrenchAnalysis.Words(remainder, language).DistinctBy(word => word.Stem).Take(MostWords)
            .Where(word => subject || !calling.Contains(word.Plain))
            .Select(word => knownWord(word, language)).OfType<ReadWord>().ToList();
        return (words, string.Join(' ', PlainText.Words(remainder).Select(word => word.Folded).Where(word => subject || !calling.Contains(word))));
    }

    // Every visitor sells from France: it is the market meant only when the question says "en France" and names no other.
    private static List<string> NamedMarkets(string text, IReadOnlyList<MarketMention> mentions)
    {
        var abroad = mentions.Select(mention => mention.Code).Distinct().Where(market => market != Home).ToList();
        return abroad.Count == 0 && AtHome().IsMatch(PlainText.Fold(text)) ? [Home] : abroad;
    }

    // In text messages "cb" is "combien", unless something is paid with it: "par cb", "la cb".
    [GeneratedRegex(@"(?<!\b(par|en|la|ma|sa|une|leurs?|avec|carte|les|de) )\bcb\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowMuch();

    // They hold a word of the trade and mean nothing by it: an agreement, a fact, an example.
    [GeneratedRegex(@"\b(d['’ ]?accord|du coup|en fait|par exemple|au fait|si possible|pour ce qui est|[cçs]a marche|marche (le )?(mieux|bien)|en ce moment|pour le moment|sur place)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"\b(quel|quels|kel|kels|which|what) (\w+ )?(pays|country|countries)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhichCountries();

    [GeneratedRegex(@"\b(en|in) france\b")]
    private static partial Regex AtHome();

    private List<Concept> Concepts(List<ReadWord> words)
    {
        var concepts = new List<Concept>();
        for (var first = 0; first < words.Count;)
        {
            var (length, forms) = Longest(words, first, vocabulary.SameMeaning);
            var stems = Stems(words, first, Math.Max(1, length));
            var themes = vocabulary.ThemesOf(stems) ?? [];
            concepts.Add(new Concept(words[first].Plain, forms is null ? [stems] : [stems, .. forms.Where(form => !form.SequenceEqual(stems))])
            {
                Themes = themes,
                IsTradeWord = themes.Count > 0 || FrenchAnalysis.IsAcronym(words[first].Plain),
                IsGuess = words.GetRange(first, stems.Count).Exists(word => word.IsGuess),
            });
            first += stems.Count;
        }

        return concepts;
    }

    // The longer expression says more: "pay customs duties" is about customs.
    private List<string> Themes(List<ReadWord> words, IReadOnlySet<string> aspects)
    {
        var found = new List<(string Theme, int Length)>();
        for (var first = 0; first < words.Count;)
        {
            var (length, themes) = Longest(words, first, vocabulary.ThemesOf);
            found.AddRange((themes ?? []).Select(theme => (theme, length)));
            first += Math.Max(1, length);
        }

        // What is paid or shipped at a border, or to the tax office, is no question of payment means or of carriers.
        var all = found.OrderByDescending(theme => theme.Length).Select(theme => theme.Theme).Distinct().ToList();
        return aspects.Contains(Knowledge.Themes.Customs) || all.Exists(IsDue) ? all.FindAll(theme => theme is not (Knowledge.Themes.Payment or Knowledge.Themes.Logistics)) : all;
    }

    private static bool IsDue(string theme) => theme is Knowledge.Themes.Customs or Knowledge.Themes.Vat;

    private static (int Length, T? Found) Longest<T>(List<ReadWord> words, int first, Func<IReadOnlyList<string>, T?> find)
        where T : class
    {
        for (var length = Math.Min(Vocabulary.LongestExpression, words.Count - first); length > 0; length--)
        {
            if (find(Stems(words, first, length)) is { } found)
            {
                return (length, found);
            }
        }

        return (0, null);
    }

    private static List<string> Stems(List<ReadWord> words, int first, int count) =>
        words.GetRange(first, count).ConvertAll(word => word.Stem);
}
