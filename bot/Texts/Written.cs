using System.Globalization;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Texts;

/// How each language writes dates, and where it does not break a line.
public static partial class Written
{
    /// A text with its values, in the language of the turn.
    public static string Fill(string format, params object?[] values) =>
        string.Format(Languages.FromTag(CultureInfo.CurrentUICulture.Name).Culture(), format, values);

    public static string Date(this Language language, DateOnly date) => language == Language.French && date.Day == 1
        ? date.ToString("'1er' MMMM yyyy", language.Culture())
        : date.ToString("d MMMM yyyy", language.Culture());

    /// French puts a space before some signs, which must not begin a line. Between thousands, the narrow space all but vanishes
    /// in the site's typeface.
    public static string Bound(this Language language, string text) =>
        language == Language.French ? Unbound().Replace(text, "\u00A0").Replace('\u202F', '\u00A0') : text;

    [GeneratedRegex("(?<=«) | (?=[?!:;»€%])")]
    private static partial Regex Unbound();
}
