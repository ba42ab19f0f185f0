using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// The trade's words, from vocabulary.yaml: what means the same in French and English, what speaks of a theme, and how owners of firms
// ask for a fact. Expressions are kept as the stems that articles and questions are compared by.
internal sealed class Vocabulary
{
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> groupsByFirstForm = [];
    private readonly Dictionary<string, List<string>> themes = [];
    private readonly List<(string Words, string Theme)> aspects = [];
    private readonly Dictionary<string, HashSet<string>> sectionStems = [];
    private readonly Dictionary<string, HashSet<string>> factStems = [];
    private readonly List<string> usualFacts;
    private readonly HashSet<string> examples;

    public static Vocabulary Instance { get; } = new(EmbeddedYaml.Read<Content>("vocabulary.yaml"));

    private Vocabulary(Content content)
    {
        foreach (var group in content.SameMeaning.Select(group => group.Select(Stems).Where(stems => stems.Count > 0).DistinctBy(Key).ToList()))
        {
            foreach (var expression in group)
            {
                var known = groupsByFirstForm.GetValueOrDefault(Key(expression), [expression]);
                groupsByFirstForm[Key(expression)] = [.. known.Concat(group).DistinctBy(Key)];
            }
        }

        foreach (var (theme, expressions) in content.Themes)
        {
            foreach (var stems in expressions.Select(Stems).Where(stems => stems.Count > 0))
            {
                var known = themes.GetValueOrDefault(Key(stems), []);
                themes[Key(stems)] = known.Contains(theme) ? known : [.. known, theme];
            }
        }

        aspects.AddRange(content.Aspects.SelectMany(aspect => aspect.Value.Select(words => (Folded(words), aspect.Key))));
        foreach (var (anchor, words) in content.Sections)
        {
            sectionStems[anchor] = [.. words.SelectMany(Stems)];
        }

        examples = [.. content.Examples.SelectMany(Stems)];
        usualFacts = [.. content.Facts.Keys];
        foreach (var (key, expressions) in content.Facts)
        {
            factStems[key] = [.. expressions.SelectMany(Stems)];
        }
    }

    public const int LongestExpression = 4;

    // All the ways to say an expression, itself first; null when it stands in no group.
    public IReadOnlyList<IReadOnlyList<string>>? SameMeaning(IReadOnlyList<string> stems) => groupsByFirstForm.GetValueOrDefault(Key(stems));

    public bool Knows(string stem) => groupsByFirstForm.ContainsKey(stem) || themes.ContainsKey(stem) || examples.Contains(stem);

    public IReadOnlyList<string>? ThemesOf(IReadOnlyList<string> stems) => themes.GetValueOrDefault(Key(stems));

    // "c'est quoi" asks for a definition, "comment s'inscrire" for steps: said in words that carry no subject.
    public IReadOnlySet<string> AspectsOf(string text)
    {
        var folded = $" {string.Join(' ', PlainText.Words(text).Select(word => AsSpelt.GetValueOrDefault(word.Folded, word.Folded)))} ";
        return aspects.Where(aspect => folded.Contains(aspect.Words, StringComparison.Ordinal)).Select(aspect => aspect.Theme).ToHashSet();
    }

    public IReadOnlySet<string> StemsOfSection(string anchor) => sectionStems.TryGetValue(anchor, out var stems) ? stems : Empty;

    // A thing that firms sell, a number, or a word that sets the scene: mostly the example that a question is asked about.
    public bool IsExample(IReadOnlyList<string> stems) => stems.All(examples.Contains);

    // "vat.standard" is also asked for in the words of "vat".
    public IEnumerable<string> StemsOfFact(string key)
    {
        for (var prefix = key; prefix.Length > 0; prefix = prefix[..Math.Max(0, prefix.LastIndexOf('.'))])
        {
            foreach (var stem in factStems.TryGetValue(prefix, out var stems) ? stems : Empty)
            {
                yield return stem;
            }
        }
    }

    public int RankOfFact(string key) => usualFacts.IndexOf(key) is var rank and >= 0 ? rank : usualFacts.Count;

    private static readonly HashSet<string> Empty = [];

    private static IReadOnlyList<string> Stems(string expression) => [.. FrenchAnalysis.Words(expression).Select(word => word.Stem)];

    private static string Key(IReadOnlyList<string> stems) => string.Join(' ', stems);

    // The small words of text messages.
    private static readonly Dictionary<string, string> AsSpelt = new()
    {
        ["kel"] = "quel",
        ["kels"] = "quels",
        ["kelle"] = "quelle",
        ["kelles"] = "quelles",
        ["koi"] = "quoi",
        ["ke"] = "que",
        ["ki"] = "qui",
        ["cmt"] = "comment",
        ["coment"] = "comment",
        ["coman"] = "comment",
        ["cest"] = "c est",
        ["ces"] = "c est",
    };

    private static string Folded(string text) => $" {PlainText.Phrase(text)} ";

    private sealed class Content
    {
        public List<List<string>> SameMeaning { get; set; } = [];
        public Dictionary<string, List<string>> Themes { get; set; } = [];
        public Dictionary<string, List<string>> Aspects { get; set; } = [];
        public Dictionary<string, List<string>> Sections { get; set; } = [];
        public List<string> Examples { get; set; } = [];
        public Dictionary<string, List<string>> Facts { get; set; } = [];
    }
}
