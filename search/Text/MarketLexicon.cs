namespace CroissanceConnectee.Search.Text;

// The words of markets.json, folded, and the rules by which a typed word meets one of them.
internal sealed class MarketLexicon
{
    private const int LongestName = 4;
    private const int ShortestSound = 5;

    private static readonly HashSet<string> BeforeALanguage =
        ["en", "in", "langue", "language", "parle", "parler", "parlent", "parlons", "parlez", "speak", "speaks", "traduire"];

    private readonly Dictionary<string, string> exact = [];
    private readonly Dictionary<string, string> capitals = [];
    private readonly HashSet<string> languages = [];
    private readonly HashSet<string> falseFriends = [];
    private readonly ILookup<(char Initial, int Words), Name> near;

    // The first words of all that is longer than a word.
    private readonly HashSet<string> beginnings;

    public MarketLexicon(MarketFile file)
    {
        foreach (var market in file.Markets)
        {
            foreach (var word in market.Names.Concat(market.People).Concat(market.Places))
            {
                exact.TryAdd(PlainText.Phrase(word), market.Code);
            }

            foreach (var word in market.Capitals)
            {
                capitals.Add(word, market.Code);
            }

            languages.UnionWith(market.Languages.Select(PlainText.Phrase));
        }

        near = file.Markets.SelectMany(NearNames).ToLookup(name => (name.Folded[0], name.Folded.Count(letter => letter == ' ') + 1));

        // "indé" folds to "inde": such a false friend is known by its accents only.
        falseFriends.UnionWith(file.FalseFriends.Select(words => exact.ContainsKey(PlainText.Phrase(words)) ? words : PlainText.Phrase(words)));
        beginnings = [.. exact.Keys.Concat(falseFriends).Where(words => words.Contains(' ')).Select(words => words.Split(' ')[0])];
    }

    // Code null with Words > 0: words that look like a market and are none.
    public (string? Code, int Words) LongestMatch(IReadOnlyList<PlainWord> words, int first, bool shouted)
    {
        var longest = beginnings.Contains(words[first].Folded) ? Math.Min(LongestName, words.Count - first) : 1;
        for (var count = longest; count > 0; count--)
        {
            var phrase = PlainText.Phrase(words, first, count);
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

        return NearestTo(words, first) ?? (null, 0);
    }

    // Articles are read through this too: nothing is joined or compared unless a name begins alike and is about as long.
    private (string? Code, int Words)? NearestTo(IReadOnlyList<PlainWord> words, int first)
    {
        for (var count = Math.Min(LongestName, words.Count - first); count > 0 && words[first].Folded.Length > 0; count--)
        {
            var names = near[(words[first].Folded[0], count)];
            if (names.Any() && new TypedPhrase(PlainText.Phrase(words, first, count)).NearestOf(names) is { } nearest)
            {
                return (nearest.Code, count);
            }
        }

        return null;
    }

    // The shorter a word, the more ordinary words stand one letter away from it: short names may only double a letter.
    private static IEnumerable<Name> NearNames(Market market)
    {
        var names = market.Names.Select(PlainText.Phrase).Where(name => name.Length >= 5)
            .Select(name => (name, edits: name.Contains(' ') ? EditsInPhrase(name) : EditsInName(name)));
        var people = market.People.Select(PlainText.Phrase).Where(word => word.Length >= 7 && !word.Contains(' '))
            .Select(name => (name, edits: name.Length >= 10 ? 2 : 1));

        // Every question comes from France: a word that only resembles it says nothing.
        return market.Code == "FR" ? [] : names.Concat(people)
            .Where(entry => entry.edits >= 0)
            .Select(entry => new Name(entry.name, WithoutDoubles(entry.name), FrenchSound.Of(entry.name), market.Code, entry.edits));
    }

    private static int EditsInName(string name) => name.Length switch { >= 9 => 2, >= 6 => 1, _ => 0 };

    private static int EditsInPhrase(string name) => name.Length switch { >= 12 => 2, >= 10 => 1, _ => -1 };

    private static string WithoutDoubles(string word) =>
        string.Concat(word.Where((letter, at) => at == 0 || letter != word[at - 1]));

    private sealed record Name(string Folded, string Single, string Sound, string Code, int EditsAllowed);

    private sealed class TypedPhrase(string phrase)
    {
        private string Single => field ??= WithoutDoubles(phrase);

        private string Sound => field ??= FrenchSound.Of(phrase);

        public Name? NearestOf(IEnumerable<Name> names)
        {
            var (nearest, least) = ((Name?)null, int.MaxValue);
            foreach (var name in names)
            {
                if (Math.Abs(name.Folded.Length - phrase.Length) <= 2 && EditsTo(name) is var edits && edits <= name.EditsAllowed && edits < least)
                {
                    (nearest, least) = (name, edits);
                }
            }

            return nearest;
        }

        private int EditsTo(Name name) =>
            (phrase.Length > name.Folded.Length && name.Single == Single) || (name.Sound.Length >= ShortestSound && name.Sound == Sound)
                ? 0
                : EditDistance.Between(phrase, name.Folded, name.EditsAllowed);
    }
}
