using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CroissanceConnectee.Bot.Channels.Sms;

/// Text messages are billed and cut by segments: 160 characters of the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1), or 70 of
/// any other as soon as one character is not in it. Pure.
public static partial class Gsm7
{
    private const string Alphabet =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// Each takes two places, being behind an escape.
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly Dictionary<char, string> Typography = new (string Signs, string Plain)[]
    {
        ("\u2018\u2019\u201A\u2039\u203A", "'"),
        ("\u201C\u201D\u201E", "\""),
        ("\u2010\u2011\u2013\u2014\u2022\u00B7", "-"),
        ("\u2026", "..."),
        ("\u00A0\u202F\u2009\t", " "),
        ("œ", "oe"),
        ("Œ", "OE"),
        ("°", "o"),
        ("×", "x"),
    }.SelectMany(entry => entry.Signs, (entry, sign) => (sign, entry.Plain)).ToDictionary();

    /// In the alphabet where that changes no meaning: accents that it lacks are left out, typography is made plain. A text with
    /// letters of another script stays as it is.
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in Quotation().Replace(text.Normalize(NormalizationForm.FormC), "\""))
        {
            plain.Append(Fits(sign) ? sign.ToString() : Typography.TryGetValue(sign, out var other) ? other : WithoutAccent(sign));
        }

        var result = plain.ToString();
        return IsPlain(result) ? result : text;
    }

    public static bool IsPlain(string text) => text.All(Fits);

    /// How many segments a message takes: in one there is more room than in each of several, which carry a header.
    public static int Segments(string text)
    {
        if (text.Length == 0)
        {
            return 1;
        }

        var (length, alone, joined) = IsPlain(text) ? (text.Sum(Width), 160, 153) : (text.Length, 70, 67);
        return length <= alone ? 1 : (length + joined - 1) / joined;
    }

    private static int Width(char sign) => Extension.Contains(sign, StringComparison.Ordinal) ? 2 : 1;

    private static bool Fits(char sign) => Alphabet.Contains(sign, StringComparison.Ordinal) || Extension.Contains(sign, StringComparison.Ordinal);

    private static string WithoutAccent(char sign)
    {
        var bare = new string([.. sign.ToString().Normalize(NormalizationForm.FormD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)]);
        return bare.Length > 0 && IsPlain(bare) ? bare : sign.ToString();
    }

    /// French leaves a blank inside its quotation marks, plain ones do not.
    [GeneratedRegex(@"«\s*|\s*»")]
    private static partial Regex Quotation();
}
