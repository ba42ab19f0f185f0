using System.Collections.Frozen;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Mends typing slips in words that we know; every other word stays as it is.
internal static class Spelling
{
    // Longer words are names, links or noise.
    private const int LongestWord = 24;

    private static readonly FrozenSet<string> Known =
        PhraseBook.Words.Concat(NumberWords.All).Concat(NumberContext.Words).Where(IsWord).ToFrozenSet();

    // Common words one slip away from ours ("vendre" is not "rendre"): right as they are.
    private static readonly FrozenSet<string> Ordinary = DataFile.Lines("ordinary-words.txt").SelectMany(line => line.Split(' ')).ToFrozenSet();

    private static readonly FrozenDictionary<(char First, int Length), string[]> ByShape = PhraseBook.Mendable
        .Concat(NumberWords.All)
        .Concat(NumberContext.Words)
        .Where(word => IsWord(word) && word.Length >= 4)
        .Distinct()
        .GroupBy(word => (word[0], word.Length))
        .ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());

    public static bool IsRight(string word) => Known.Contains(word) || Ordinary.Contains(word);

    public static string Correct(string word)
    {
        if (word.Length is < 4 or > LongestWord || IsRight(word) || !IsWord(word))
        {
            return word.Length == 3 && IsDragged(word) ? word[..1] : word;
        }

        var single = WithoutDragging(word);
        if (single != word && IsRight(single))
        {
            return single;
        }

        return Nearest(single) ?? word;
    }

    /// How many slips are forgiven in a word: none in short ones, where another word is never far.
    public static int SlipsAllowed(int length) => length switch { >= 8 => 2, >= 4 => 1, _ => 0 };

    private static string? Nearest(string word)
    {
        string? nearest = null;
        var allowed = SlipsAllowed(word.Length);
        for (var length = word.Length; length <= word.Length + allowed; length++)
        {
            Consider(length);
        }

        for (var length = word.Length - 1; length >= Math.Max(4, word.Length - allowed); length--)
        {
            Consider(length);
        }

        return nearest;

        void Consider(int length)
        {
            if (word.Length == 0 || !ByShape.TryGetValue((word[0], length), out var candidates))
            {
                return;
            }

            foreach (var candidate in candidates)
            {
                // The first letter is right; in four letters only a swap or a missing letter is a slip, not another word.
                var slips = EditDistance.Between(word, candidate, allowed);
                if (slips <= allowed && (word.Length > 4 || length > 4 || IsSwap(word, candidate)))
                {
                    nearest = candidate;
                    allowed = slips - 1;
                }
            }
        }
    }

    private static bool IsSwap(string word, string candidate) => word.Order().SequenceEqual(candidate.Order());

    private static bool IsWord(string word) => word.All(char.IsAsciiLetter);

    private static bool IsDragged(string word) => word[0] == word[1] && word[1] == word[2];

    // "ouiii", "noooon": a letter held down. Two of a kind are left: many words have them.
    private static string WithoutDragging(string word)
    {
        for (var at = word.Length - 1; at >= 2; at--)
        {
            if (word[at] == word[at - 1] && word[at] == word[at - 2])
            {
                var start = at;
                while (start > 0 && word[start - 1] == word[at])
                {
                    start--;
                }

                word = word.Remove(start + 1, at - start);
                at = start;
            }
        }

        return word;
    }
}
