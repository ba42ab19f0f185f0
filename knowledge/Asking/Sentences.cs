using System.Text.RegularExpressions;

namespace CroissanceConnectee.Knowledge.Asking;

// Cuts a passage into sentences, so that an answer can quote some of them whole.
internal static partial class Sentences
{
    private static readonly HashSet<string> Abbreviations =
        new(StringComparer.OrdinalIgnoreCase) { "p.", "ex.", "art.", "env.", "m.", "mme.", "no.", "etc.", "inc.", "ltd.", "st.", "dr.", "cf.", "max.", "min.", "tél." };

    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            var sentence = text[start..(end.Index + end.Groups["mark"].Length)].Trim();
            if (!EndsInAbbreviation(sentence))
            {
                sentences.Add(sentence);
                start = end.Index + end.Length;
            }
        }

        var rest = text[start..].Trim();
        return rest.Length > 0 ? [.. sentences, rest] : sentences;
    }

    private static bool EndsInAbbreviation(string sentence)
    {
        var last = sentence[(sentence.LastIndexOfAny([' ', '(', '\u00a0']) + 1)..];
        return Abbreviations.Contains(last) || (last.Length == 2 && char.IsUpper(last[0]) && last[1] == '.');
    }

    // A mark, perhaps closing quotes, then a blank and something that can begin a sentence.
    [GeneratedRegex("""(?<mark>[.!?…]+(\s?[»)"])?)\s+(?=[\p{Lu}\p{N}«"(])""")]
    private static partial Regex SentenceEnd();
}
