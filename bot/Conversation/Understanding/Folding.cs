using System.Globalization;
using System.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// One way to write a text, for messages and for everything that is compared with them.
public static class Folding
{
    private static readonly HashSet<UnicodeCategory> Invisible = [UnicodeCategory.Format, UnicodeCategory.OtherNotAssigned, UnicodeCategory.PrivateUse];

    /// Lower case, no accents, one space between words; "€" is "euros", "%" is "pourcent", a comma or dot inside a figure stays.
    public static string Fold(string text) => string.Join(' ', Sentence.WordsOf(Clean(text, text.Length)).Select(word => word.Text));

    /// What can be read safely: no control or invisible characters, no marks of direction, no broken characters; line breaks stay.
    internal static string Clean(string text, int maxLength)
    {
        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            if (rune.Value == '\n')
            {
                clean.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                clean.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && !Invisible.Contains(Rune.GetUnicodeCategory(rune)))
            {
                clean.Append(rune);
            }
        }

        // Composing can lengthen a text, in scripts that nobody here writes: cut again, whole characters only.
        var composed = clean.ToString().Normalize(NormalizationForm.FormC).Trim();
        return composed.Length <= maxLength ? composed
            : composed[..(char.IsHighSurrogate(composed[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }

    internal static string FoldWord(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length + 2);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                _ = char.ToLowerInvariant(letter) switch
                {
                    'œ' => folded.Append("oe"),
                    'æ' => folded.Append("ae"),
                    'ß' => folded.Append("ss"),
                    'ø' => folded.Append('o'),
                    'ł' => folded.Append('l'),
                    var other => folded.Append(other),
                };
            }
        }

        return folded.ToString();
    }
}
