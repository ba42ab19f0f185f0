namespace CroissanceConnectee.Search.Text;

// The words of markets.json, folded, and the rules by which a typed word meets one of them.
internal sealed class MarketLexicon
{
    private const int LongestName = 4;

    private static readonly HashSet<string> BeforeALanguage =
        ["en", "in", "langue", "language", "parle", "parler", "parlent", "parlons", "parlez", "speak", "speaks", "traduire"];

    private readonly Dictionary<string, string> exact = [];
    private readonly Dictionary<string, string> capitals = [];
    private readonly HashSet<string> languages = [];
    private readonly HashSet<string> falseFriends = [];
    private readonly List<Name> near = [];

    public MarketLexicon(MarketFile file)
    {
        foreach (var market in file.Markets)
        {
            foreach (var word in market.Names.Concat(market.People).Concat(market.Places))
            {
                exact.TryAdd(Joined(word), market.Code);
            }

            foreach (var word in market.Capitals)
            {
                capitals.Add(word, market.Code);
            }

            languages.UnionWith(market.Languages.Select(Joined));
            near.AddRange(NearNames(market));
        }

        // "indé" folds to "inde": such a false friend is known by its accents only.
        falseFriends.UnionWith(file.FalseFriends.Select(words => exact.ContainsKey(Joined(words)) ? words : Joined(words)));
    }

    // Code null with Words > 0: words that look like a market and are none.
    public (string? Code, int Words) LongestMatch(IReadOnlyList<PlainWord> words, int first, bool shouted)
    {
        for (var count = Math.Min(LongestName, words.Count - first); count > 0; count--)
        {
            var phrase = string.Join(' ', words.Skip(first).Take(count).Select(word => word.Folded));
            if (falseFriends.Contains(phrase) || (count == 1 && falseFriends.Contains(words[first].Typed.ToLowerInvariant())))
            {
                return (null, count);
            }

            if (count == 1 && !shouted && capitals.TryGetValue(words[first].Typed.Replace(".", "", StringComparison.Ordinal), out var code))
            {
                return (code, count);
            }

            if (exact.TryGetValue(phrase, out code))
            {
                var isLanguage = languages.Contains(phrase) && first > 0 && BeforeALanguage.Contains(words[first - 1].Folded);
                return (isLanguage ? null : code, count);
            }
        }

        for (var count = Math.Min(LongestName, words.Count - first); count > 0; count--)
        {
            if (NearestTo(string.Join(' ', words.Skip(first).Take(count).Select(word => word.Folded))) is { } code)
            {
                return (code, count);
            }
        }

        return (null, 0);
    }

    private string? NearestTo(string phrase)
    {
        if (phrase.Length < 5 || exact.ContainsKey(phrase))
        {
            return null;
        }

        var single = WithoutDoubles(phrase);
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var name in near.Where(name => name.Folded[0] == phrase[0]))
        {
            var edits = name.Single == single ? 0 : EditDistance.Between(phrase, name.Folded, name.EditsAllowed);
            if (edits <= name.EditsAllowed && edits < fewest)
            {
                (nearest, fewest) = (name.Code, edits);
            }
        }

        return nearest;
    }

    // The shorter a word, the more ordinary words stand one letter away from it: short names may only double a letter.
    private static IEnumerable<Name> NearNames(Market market)
    {
        var names = market.Names.Select(Joined).Where(name => name.Length >= 5)
            .Select(name => (name, edits: name.Contains(' ') ? EditsInPhrase(name) : EditsInName(name)));
        var people = market.People.Select(Joined).Where(word => word.Length >= 7 && !word.Contains(' '))
            .Select(name => (name, edits: name.Length >= 10 ? 2 : 1));

        // Every question comes from France: a word that only resembles it says nothing.
        return market.Code == "FR" ? [] : names.Concat(people)
            .Where(entry => entry.edits >= 0)
            .Select(entry => new Name(entry.name, WithoutDoubles(entry.name), market.Code, entry.edits));
    }

    private static int EditsInName(string name) => name.Length switch { >= 9 => 2, >= 6 => 1, _ => 0 };

    private static int EditsInPhrase(string name) => name.Length switch { >= 12 => 2, >= 10 => 1, _ => -1 };

    private static string Joined(string words) => string.Join(' ', PlainText.Words(words).Select(word => word.Folded));

    private static string WithoutDoubles(string word) =>
        string.Concat(word.Where((letter, at) => at == 0 || letter != word[at - 1]));

    private sealed record Name(string Folded, string Single, string Code, int EditsAllowed);
}
