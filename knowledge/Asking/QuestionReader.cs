using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// Finds in the words of a question its markets, its themes and what it speaks of.
internal sealed class QuestionReader(Vocabulary vocabulary, Func<AnalysedWord, AnalysedWord> knownWord)
{
    // A person's question has a dozen words that mean something; what is longer was pasted.
    private const int MostWords = 24;

    private static readonly HashSet<string> BareWord = [Knowledge.Themes.Definition];

    public UnderstoodQuestion Read(Question question)
    {
        var text = PlainText.Clean(question.Text);
        var remainder = MarketNames.Without(text);
        var words = FrenchAnalysis.Words(remainder, question.Language).DistinctBy(word => word.Stem).Take(MostWords).Select(knownWord).ToList();
        var themes = Themes(words);
        var aspects = vocabulary.AspectsOf(text);
        return new UnderstoodQuestion
        {
            Language = question.Language == "en" ? "en" : "fr",
            Remainder = string.Join(' ', PlainText.Words(remainder).Select(word => word.Folded)),
            Concepts = Concepts(words),
            Markets = Markets(MarketNames.In(text), question.Markets),
            Themes = themes,
            InheritedTheme = question.Theme,
            // A bare word ("DDP ?") asks what it means.
            Aspects = aspects.Count == 0 && words.Count <= 2 ? BareWord : aspects,
        };
    }

    // Every visitor sells from France: it is the subject only when nothing else is.
    private static IReadOnlyList<string> Markets(IReadOnlyList<string> named, IReadOnlyList<string> inherited)
    {
        var abroad = named.Where(market => market != "FR").ToList();
        return abroad.Count > 0 ? abroad : inherited.Count > 0 ? inherited : named;
    }

    private List<Concept> Concepts(List<AnalysedWord> words)
    {
        var concepts = new List<Concept>();
        for (var first = 0; first < words.Count;)
        {
            var (length, forms) = Longest(words, first, vocabulary.SameMeaning);
            var stems = Stems(words, first, Math.Max(1, length));
            concepts.Add(new Concept(
                words[first].Plain,
                forms is null ? [stems] : [stems, .. forms.Where(form => !form.SequenceEqual(stems))],
                forms is not null || vocabulary.ThemeOf(stems) is not null || FrenchAnalysis.IsAcronym(words[first].Plain)));
            first += stems.Count;
        }

        return concepts;
    }

    // The longer expression says more: "pay customs duties" is about customs.
    private List<string> Themes(List<AnalysedWord> words)
    {
        var themes = new List<(string Theme, int Length)>();
        for (var first = 0; first < words.Count;)
        {
            var (length, theme) = Longest(words, first, vocabulary.ThemeOf);
            if (theme is not null)
            {
                themes.Add((theme, length));
            }

            first += Math.Max(1, length);
        }

        return [.. themes.OrderByDescending(found => found.Length).Select(found => found.Theme).Distinct()];
    }

    private static (int Length, T? Found) Longest<T>(List<AnalysedWord> words, int first, Func<IReadOnlyList<string>, T?> find)
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

    private static List<string> Stems(List<AnalysedWord> words, int first, int count) =>
        words.GetRange(first, count).ConvertAll(word => word.Stem);
}
