using System.Globalization;
using System.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// One way to write a text, for messages and for everything that is compared with them.
public static class Folding
{
    /// Lower case, no accents, one space between words; "€" is "euros" and "%" is "pourcent".
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
