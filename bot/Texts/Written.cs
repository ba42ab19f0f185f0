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

    /// "mardi 24 novembre à 9 h", "Tuesday 24 November at 9 am": an instant as the clock on the wall shows it.
    public static string Moment(this Language language, DateTimeOffset local) =>
        Fill(language == Language.French ? "{0} à {1}" : "{0} at {1}", language.Weekday(local), language.Hour(local));

    /// "mardi 24 novembre": near enough to need no year.
    public static string Weekday(this Language language, DateTimeOffset local) => language == Language.French && local.Day == 1
        ? local.ToString("dddd '1er' MMMM", language.Culture())
        : local.ToString("dddd d MMMM", language.Culture());

    public static string Hour(this Language language, DateTimeOffset local)
    {
        var format = (language, local.Minute) switch
        {
            (Language.French, 0) => "%H'\u00A0h'",
            (Language.French, _) => "H'\u00A0h\u00A0'mm",
            (_, 0) => "h'\u00A0'tt",
            _ => "h:mm'\u00A0'tt",
        };
        return local.ToString(format, language.Culture()).ToLower(language.Culture());
    }

    /// French puts a space before some signs, which must not begin a line. Between thousands, the narrow space all but vanishes
    /// in the site's typeface.
    public static string Bound(this Language language, string text) =>
        language == Language.French ? Unbound().Replace(text, "\u00A0").Replace('\u202F', '\u00A0') : text;

    [GeneratedRegex("(?<=«) | (?=[?!:;»€%])")]
    private static partial Regex Unbound();
}
