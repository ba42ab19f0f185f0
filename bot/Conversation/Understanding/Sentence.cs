using System.Buffers;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// A word as it is compared, with its place in the text. Words that shorthand stood for share one place.
internal readonly record struct Word(string Text, int Start, int End);

/// A text cut into words: as folded and written out (Words), and as corrected for comparison with what we know (Spelled).
internal sealed class Sentence
{
    private static readonly SearchValues<char> StrongBreaks = SearchValues.Create(".!?;\n…");
    private static readonly SearchValues<char> WeakBreaks = SearchValues.Create(",:()–—");

    // What may stick to a figure without being part of a code or a name: "12k€", "20aine", "3pers".
    private static readonly HashSet<string> GluedToFigures =
    [
        "k", "ke", "keur", "keuros", "m", "me", "md", "mds", "millions", "million", "mille", "h", "x", "an", "ans", "mois", "jours", "j", "kg", "g",
        "pers", "personnes", "personne", "salaries", "salarie", "employes", "etp", "aine", "aines", "ene", "eur", "euro", "euros", "e", "pourcent",
    ];

    private static readonly Dictionary<char, string> Signs = new()
    {
        ['€'] = "euros",
        ['%'] = "pourcent",
        ['$'] = "dollars",
        ['£'] = "livres",
        ['&'] = "et",
        ['~'] = "environ",
        ['≈'] = "environ",
    };

    private Sentence(string source, IReadOnlyList<Word> words)
    {
        Source = source;
        Words = words;
        Spelled = [.. words.Take(PhraseBook.MaxWords).Select(word => Spelling.Correct(word.Text))];
    }

    public string Source { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<string> Spelled { get; }

    public static Sentence Of(string clean) => new(clean, Shorthand.WriteOut(WordsOf(clean)));

    public Sentence Without(IReadOnlySet<string> words) =>
        new(Source, [.. Words.Take(PhraseBook.MaxWords).Where((_, at) => !words.Contains(Spelled[at]))]);

    /// What stands between a word and the one before it.
    public ReadOnlySpan<char> Before(int index)
    {
        var from = index == 0 ? 0 : Words[index - 1].End;
        return index < Words.Count ? Source.AsSpan(from, Math.Max(0, Words[index].Start - from)) : Source.AsSpan(from);
    }

    public bool BreaksBefore(int index) => index == 0 || Before(index).IndexOfAny(WeakBreaks) >= 0 || EndsBefore(index);

    /// A sentence ends there, not just a clause. A dot counts with a blank after it: "exemple.fr" is one thing.
    public bool EndsBefore(int index)
    {
        var gap = Before(index);
        return gap.IndexOfAny(StrongBreaks) is var at and >= 0 && (gap[at] != '.' || gap.Length > at + 1 || index >= Words.Count);
    }

    public bool AsksBefore(int index) => Before(index).Contains('?');

    internal static IReadOnlyList<Word> WordsOf(string clean)
    {
        var words = new List<Word>();
        for (var at = 0; at < clean.Length;)
        {
            if (Signs.TryGetValue(clean[at], out var sign) || (sign = MoreOrLess(clean, at)) is not null)
            {
                words.Add(new Word(sign, at, at + 1));
                at++;
            }
            else if (!IsWordPart(clean, at))
            {
                at++;
            }
            else
            {
                var end = EndOfAcronym(clean, at) ?? EndOfWord(clean, at);
                Add(words, clean, at, end);
                at = end;
            }
        }

        return words;
    }

    // "+ de 50", "- de 10".
    private static string? MoreOrLess(string clean, int at) => clean[at] is '+' or '-' && clean.AsSpan(at + 1).TrimStart(' ').StartsWith("de ")
        ? clean[at] == '+' ? "plus" : "moins"
        : null;

    private static void Add(List<Word> words, string clean, int start, int end)
    {
        var folded = Folding.FoldWord(clean[start..end].Replace(".", char.IsLetter(clean[start]) ? "" : ".", StringComparison.Ordinal));
        var digits = folded.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ',').Count();
        var glued = digits > 0 && digits < folded.Length && folded.Length == end - start && GluedToFigures.Contains(folded[digits..]);
        if (glued && !IsOrdinal(folded, digits))
        {
            words.Add(new Word(folded[..digits], start, start + digits));
            words.Add(new Word(folded[digits..], start + digits, end));
        }
        else if (folded.Length > 0)
        {
            words.Add(new Word(folded, start, end));
        }
    }

    // "2e" is second; "50e", "12000e" are more likely euros.
    private static bool IsOrdinal(string folded, int digits) => digits == 1 && folded[digits..] == "e";

    private static bool IsWordPart(string clean, int at) => at < clean.Length && (char.IsLetterOrDigit(clean, at)
        || (char.IsLowSurrogate(clean[at]) && at > 0 && char.IsLetterOrDigit(clean, at - 1)));

    private static int EndOfWord(string clean, int start)
    {
        var end = start + 1;
        while (end < clean.Length && (IsWordPart(clean, end) || IsMark(clean[end]) || IsInsideFigure(clean, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInsideFigure(string clean, int at) => clean[at] is '.' or ',' && at + 1 < clean.Length
        && char.IsAsciiDigit(clean[at - 1]) && char.IsAsciiDigit(clean[at + 1]);

    // T.V.A., I.O.S.S: single letters between dots are one word.
    private static int? EndOfAcronym(string clean, int start)
    {
        var end = start;
        while (end + 2 < clean.Length && char.IsLetter(clean[end]) && clean[end + 1] == '.' && char.IsLetter(clean[end + 2]))
        {
            end += 2;
        }

        return end >= start + 2 && !IsWordPart(clean, end + 1) ? end + 1 : null;
    }
}
