using System.Globalization;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// A text as a voice should say it: figures, dates, codes and addresses in words, so that no voice has to guess. Pure.
public static partial class ForTheEar
{
    private static readonly IReadOnlyDictionary<string, string> French = Pronunciations.Read("fr");
    private static readonly IReadOnlyDictionary<string, string> English = Pronunciations.Read("en");

    public static string Write(string text, Language language)
    {
        var words = new NumbersInWords(language);
        var spoken = Link().Replace(text.Replace('\u00A0', ' ').Replace('\u202F', ' '), "");
        spoken = Email().Replace(spoken, address => Spelled.Email(address.Value, language));
        spoken = CompanyNumber().Replace(spoken, number => number.Groups["name"].Value + Spelled.Digits(number.Groups["number"].Value, language));
        spoken = Reference().Replace(spoken, code => Spelled.Code(code.Value, language));
        spoken = FrenchPhone().Replace(spoken, number => Spelled.Digits(number.Value, language));
        spoken = IsoDate().Replace(spoken, date => Date(date.Value, "yyyy-MM-dd", language) ?? date.Value);
        spoken = SlashDate().Replace(spoken, date => Date(date.Value, "dd/MM/yyyy", language) ?? date.Value);
        spoken = language == Language.French ? Hour().Replace(spoken, HourInWords) : Clock().Replace(spoken, "$1 $2");
        spoken = Range().Replace(spoken, language == Language.French ? "$1 à $2" : "$1 to $2");
        spoken = Figure().Replace(spoken, figure => words.Write(figure));
        spoken = Name().Replace(spoken, name => Pronounced(name.Value, language));
        return Tidy(spoken);
    }

    private static string Pronounced(string name, Language language) =>
        (language == Language.French ? French : English).GetValueOrDefault(name, name);

    /// "9 h 30" is neuf heures trente; an hour is feminine, which figures alone do not tell.
    private static string HourInWords(Match hour) => (hour.Groups[1].Value switch
    {
        "1" => "une heure",
        "21" => "vingt et une heures",
        var other => $"{other} heures",
    }) + (hour.Groups[2].Success ? $" {hour.Groups[2].Value}" : "");

    private static string? Date(string written, string format, Language language) =>
        DateOnly.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Date(date, language)
            : null;

    /// "12 mai 2026": what is left of figures in it is written out with the others.
    public static string Date(DateOnly date, Language language) => language == Language.French
        ? (date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture)) + date.ToString(" MMMM yyyy", Language.French.Culture())
        : date.ToString("MMMM d", Language.English.Culture()) + date.Day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" } + date.ToString(" yyyy", CultureInfo.InvariantCulture);

    /// Signs that a voice reads out, or stumbles over.
    private static string Tidy(string text)
    {
        text = text.Replace("n°", "numéro", StringComparison.OrdinalIgnoreCase).Replace(" & ", " et ", StringComparison.Ordinal);
        text = Sign().Replace(text, " ");
        text = Dash().Replace(text, ", ");
        text = BeforeStop().Replace(Blanks().Replace(text, " "), "$1");
        return text.Trim();
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|(?<=\s|^)/[a-z][\w/-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<name>\b(?:SIREN|SIRET)\b[^0-9]{0,12})(?<number>\d(?:[ ]?\d){8,13})", RegexOptions.IgnoreCase)]
    private static partial Regex CompanyNumber();

    /// Resume codes and references: capitals with a figure among them.
    [GeneratedRegex(@"\b(?:CC-)?(?=[A-Z0-9]*[0-9])(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6}\b")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<!\d)(?:\+33 ?\d|0\d)(?:[ .]?\d{2}){4}(?!\d)")]
    private static partial Regex FrenchPhone();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b\d{2}/\d{2}/\d{4}\b")]
    private static partial Regex SlashDate();

    [GeneratedRegex(@"(?<![\d,.])(\d{1,2}) h(?: (\d{2}))?\b(?!')")]
    private static partial Regex Hour();

    /// "9:30 am", whose colon a voice may read as a pause.
    [GeneratedRegex(@"\b(\d{1,2}):(\d{2})(?= [ap]m\b)")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(\d) ?[–-] ?(\d)")]
    private static partial Regex Range();

    /// With the sign before it or the unit behind it, and thousands apart by a blank, as French figures are written.
    [GeneratedRegex(@"(?<sign>[€$£])? ?(?<![\p{L}\d])(?<whole>\d{1,3}(?: \d{3})+|\d+)(?:(?<point>[.,])(?<part>\d+))?(?<ordinal>er|re|e|ème|st|nd|rd|th)?(?![\p{L}\d]) ?(?<unit>%|€|\$|£|k€|M€|kg|km|m²|cm|g\b)?")]
    private static partial Regex Figure();

    [GeneratedRegex(@"[\p{L}][\p{L}\d&]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"[«»“”""\[\]()*_#<>|•]")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\s[–—-]\s")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+([.,])")]
    private static partial Regex BeforeStop();
}
