using System.Collections.Frozen;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The phrases of phrases.txt, ready to be found in a text.
internal static class PhraseBook
{
    /// Meaning is read in so many words, from the start: positions must fit the bits of a Pattern's set.
    public const int MaxWords = 120;

    private static readonly IReadOnlyList<Phrase> Phrases = [.. Read()];

    private static readonly FrozenDictionary<string, Phrase[]> ByFirstWord = Phrases
        .SelectMany(phrase => phrase.Pattern.FirstWords.Select(word => (word, phrase)))
        .GroupBy(entry => entry.word, entry => entry.phrase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static IEnumerable<string> Words => Phrases.SelectMany(phrase => phrase.Pattern.AllWords);

    /// The words that a misspelled one may be mended into: never an insult.
    public static IEnumerable<string> Mendable => Phrases.Where(phrase => phrase.Meaning != Meaning.Frustrated).SelectMany(phrase => phrase.Pattern.AllWords);

    public static List<PhraseMatch> Find(IReadOnlyList<string> words)
    {
        var matches = new List<PhraseMatch>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!ByFirstWord.TryGetValue(words[at], out var candidates))
            {
                continue;
            }

            foreach (var phrase in candidates)
            {
                var ends = phrase.Pattern.Advance(UInt128.One << at, words);
                for (; ends != 0; ends &= ends - 1)
                {
                    var end = (int)UInt128.TrailingZeroCount(ends);
                    if (end > at && end <= words.Count)
                    {
                        matches.Add(new PhraseMatch(phrase.Meaning, phrase.Scope, at, end));
                    }
                }
            }
        }

        return matches;
    }

    private static IEnumerable<Phrase> Read()
    {
        var classes = new Dictionary<string, AnyPattern>();
        (Meaning Meaning, Scope Scope) section = default;
        foreach (var line in DataFile.Lines("phrases.txt"))
        {
            if (line.StartsWith('['))
            {
                section = Section(line);
            }
            else if (line.Split(" = ") is [var name, var alternatives])
            {
                classes.Add(name, new AnyPattern([.. Alternatives(alternatives, classes)]));
            }
            else
            {
                foreach (var pattern in Alternatives(line, classes))
                {
                    yield return pattern.IsOptional
                        ? throw new InvalidOperationException($"Nothing is compulsory in a phrase of: {line}")
                        : new Phrase(section.Meaning, section.Scope, pattern);
                }
            }
        }
    }

    private static (Meaning Meaning, Scope Scope) Section(string header)
    {
        var words = header.Trim('[', ']').Split(' ');
        return (Enum.Parse<Meaning>(words[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            words.Length == 1 ? Scope.Anywhere : Enum.Parse<Scope>(words[1], ignoreCase: true));
    }

    private static IEnumerable<Pattern> Alternatives(string line, Dictionary<string, AnyPattern> classes) =>
        line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(alternative => new Pattern([.. alternative.Split(' ').Select(item => Parse(item, classes))]));

    private static Element Parse(string item, Dictionary<string, AnyPattern> classes)
    {
        if (item == "..")
        {
            return new Gap();
        }

        var optional = item.EndsWith('?');
        var name = optional ? item[..^1] : item;
        return name.StartsWith('<')
            ? new AnyPattern(classes[name.Trim('<', '>')].Patterns) { Optional = optional }
            : new OneOf(name.Split('/').ToHashSet()) { Optional = optional };
    }
}
