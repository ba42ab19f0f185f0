using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace CroissanceConnectee.Search.Text;

/// <summary>A word of a text, as typed and folded (lower case, no accents), with its place.</summary>
public readonly record struct PlainWord(string Typed, string Folded, int Start)
{
    public int End => Start + Typed.Length;
}

/// <summary>Makes whatever a person typed or pasted safe to analyse; never throws.</summary>
public static class PlainText
{
    /// <summary>Drops control, invisible and broken characters, joins blanks, composes accents, and cuts after <paramref name="maxLength"/> characters.</summary>
    public static string Clean(string? text, int maxLength = 2000)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (clean.Length >= maxLength)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).TrimEnd();
    }

    /// <summary>Lower case without accents or ligatures: « Œuvre Été » becomes "oeuvre ete".</summary>
    public static string Fold(string text)
    {
        // A letter folds to at most four ASCII letters.
        var folded = new char[text.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(text.ToCharArray(), 0, folded, 0, text.Length);
        return new string(folded, 0, length).ToLowerInvariant();
    }

    /// <summary>The words of a text; apostrophes and hyphens separate, dots inside an acronym (U.S.A.) do not.</summary>
    public static IReadOnlyList<PlainWord> Words(string text)
    {
        var words = new List<PlainWord>();
        var position = 0;
        while (position < text.Length)
        {
            if (!char.IsLetterOrDigit(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            position = EndOfAcronym(text, start) ?? EndOfWord(text, start);
            var typed = text[start..position];
            words.Add(new PlainWord(typed, Fold(typed.Replace(".", "", StringComparison.Ordinal)), start));
        }

        return words;
    }

    /// <summary>Some words of a text, folded, one blank between two.</summary>
    public static string Phrase(IReadOnlyList<PlainWord> words, int first, int count) =>
        count == 1 ? words[first].Folded : string.Join(' ', words.Skip(first).Take(count).Select(word => word.Folded));

    /// <summary>All words of a text, folded, one blank between two.</summary>
    public static string Phrase(string text) => string.Join(' ', Words(text).Select(word => word.Folded));

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    private static int? EndOfAcronym(string text, int start)
    {
        var end = start;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
        {
            end += 2;
        }

        // "T.V.A" ends on a letter, "T.V.A." on a dot; a letter that begins a longer word belongs to neither.
        if (end < text.Length && char.IsLetter(text[end]))
        {
            return EndOfWord(text, end) == end + 1 && end > start ? end + 1 : null;
        }

        return end - start >= 4 ? end : null;
    }
}
