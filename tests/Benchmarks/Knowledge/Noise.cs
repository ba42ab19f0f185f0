using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// A question as it is typed in haste: no accents, no apostrophes, no punctuation, one wrong letter in each of two words.
internal static class Noise
{
    private const int MistypedWords = 2;
    private const int ShortestMistyped = 4;

    public static string On(string question, int seed)
    {
        var random = new Random(seed);
        var words = PlainText.Words(question).Select(word => PlainText.Fold(word.Typed)).ToList();
        var mistypable = Enumerable.Range(0, words.Count).Where(at => words[at].Length >= ShortestMistyped).ToArray();
        random.Shuffle(mistypable);
        foreach (var at in mistypable.Take(MistypedWords))
        {
            words[at] = Mistyped(words[at], random);
        }

        return string.Join(' ', words);
    }

    private static string Mistyped(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
