namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Writes SMS French (and English) out: "g 12 salarié" is "j ai 12 salarie". The table is shorthand.txt.
internal static class Shorthand
{
    private const int LongestEntry = 3;

    private const string GluedFirst = "jldcmnst";

    private const string Vowels = "aeiouyh";

    private static readonly Dictionary<string, string[]> Table = DataFile.Lines("shorthand.txt")
        .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
        .ToDictionary(entry => entry[0], entry => entry[1].Split(' '));

    // After "c", these make "c'est" or a list ("A, C et D"): nothing to write out.
    private static readonly HashSet<string> NotAfterC = ["est", "etait", "etais", "etaient", "ets", "et", "ou", "a", "en", "and", "or"];

    private static readonly HashSet<string> AfterG = DataFile.List("after-g");

    private static readonly HashSet<string> BeforeALetter = DataFile.List("before-a-letter");

    public static IReadOnlyList<Word> WriteOut(IReadOnlyList<Word> typed)
    {
        var words = new List<Word>(typed.Count + 4);
        for (var at = 0; at < typed.Count;)
        {
            var taken = 1;
            var isPartOfFigure = at > 0 && typed[at].Start == typed[at - 1].End && char.IsAsciiDigit(typed[at - 1].Text[0]);
            if (!isPartOfFigure && Find(typed, at) is var (entry, length))
            {
                taken = length;
                var end = typed[at + length - 1].End;
                words.AddRange(entry.Select(word => new Word(word, typed[at].Start, end)));
            }
            else
            {
                words.Add(typed[at]);
            }

            at += taken;
        }

        return words;
    }

    private static (string[] Entry, int Length)? Find(IReadOnlyList<Word> typed, int at)
    {
        for (var length = Math.Min(LongestEntry, typed.Count - at); length > 0; length--)
        {
            var key = length == 1 ? typed[at].Text : string.Join(' ', Enumerable.Range(at, length).Select(i => typed[i].Text));
            if (Table.TryGetValue(key, out var entry))
            {
                return (entry, length);
            }
        }

        if (at + 1 < typed.Count && (at == 0 || !BeforeALetter.Contains(typed[at - 1].Text)))
        {
            var next = typed[at + 1].Text;
            if (typed[at].Text == "c" && !NotAfterC.Contains(next) && next.Length > 1)
            {
                return (["c", "est"], 1);
            }

            // After a figure, "g" is grams.
            var isHave = typed[at].Text == "g" && (AfterG.Contains(next) || char.IsAsciiDigit(next[0]));
            if (isHave && (at == 0 || !char.IsAsciiDigit(typed[at - 1].Text[0])))
            {
                return (["j", "ai"], 1);
            }
        }

        return Unglued(typed[at].Text) is { } apart ? (apart, 1) : null;
    }

    /// "jcrois", "lassurance", "dexpert": the apostrophe or the "e" left out, when what remains is a word that we know.
    private static string[]? Unglued(string word)
    {
        if (word.Length < 5 || !GluedFirst.Contains(word[0]) || Spelling.IsRight(word) || !Spelling.IsRight(word[1..]))
        {
            return null;
        }

        var first = word[0] == 'j' && !Vowels.Contains(word[1]) ? "je" : word[..1];
        return first == "je" || Vowels.Contains(word[1]) ? [first, word[1..]] : null;
    }
}
