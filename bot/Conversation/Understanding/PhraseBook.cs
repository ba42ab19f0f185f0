namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The phrases of the word files, ready to be found in a text.
internal static class PhraseBook
{
    /// Meaning is read in so many words, from the start: positions must fit the bits of a Pattern's set.
    public const int MaxWords = 120;

    private static readonly PhraseFile File = PhraseFile.Read("phrases.txt", "phrases-commands.txt", "phrases-wishes.txt");

    private static readonly Dictionary<int, Phrase[]> ByFirstWord = File.Phrases
        .SelectMany(phrase => phrase.Pattern.FirstWords.Select(word => (word, phrase)))
        .GroupBy(entry => entry.word, entry => entry.phrase)
        .ToDictionary(group => group.Key, group => group.ToArray());

    public static IEnumerable<string> Words => File.Vocabulary.Keys;

    /// The words that a misspelled one may be mended into: never an insult.
    public static IReadOnlyCollection<string> Mendable { get; } = MendableWords();

    public static List<PhraseMatch> Find(IReadOnlyList<string> words)
    {
        var text = new Matchable([.. words.Select(word => File.Vocabulary.GetValueOrDefault(word, -1))], File.ClassCount);
        var matches = new List<PhraseMatch>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!ByFirstWord.TryGetValue(text.Words[at], out var candidates))
            {
                continue;
            }

            foreach (var phrase in candidates)
            {
                var ends = phrase.Pattern.Advance(UInt128.One << at, text);
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

    private static HashSet<string> MendableWords()
    {
        var mendable = File.Phrases.Where(phrase => phrase.Meaning != Meaning.Frustrated).SelectMany(phrase => phrase.Pattern.AllWords).ToHashSet();
        return [.. File.Vocabulary.Where(entry => mendable.Contains(entry.Value)).Select(entry => entry.Key)];
    }
}
