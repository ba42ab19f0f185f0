using System.Globalization;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using Humanizer;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// Figures in words, with what they count.
internal sealed class NumbersInWords(Language language)
{
    // Longer ones are no quantities: they are said digit by digit.
    private const int LongestQuantity = 15;

    private readonly CultureInfo _culture = language.Culture();

    public string Write(Match figure)
    {
        var digits = figure.Groups["whole"].Value.Replace(" ", "", StringComparison.Ordinal);
        var lead = figure.Value.Length > 0 && figure.Value[0] == ' ' ? " " : "";
        if (digits.Length > LongestQuantity || (digits.Length > 1 && digits[0] == '0'))
        {
            return lead + Spelled.Digits(digits, language) + Unit(figure, one: false);
        }

        var whole = long.Parse(digits, CultureInfo.InvariantCulture);
        if (figure.Groups["ordinal"].Success)
        {
            return lead + ((int)Math.Min(whole, int.MaxValue)).ToOrdinalWords(_culture) + " ";
        }

        var part = figure.Groups["part"].Value;
        if (part.Length > 0 && IsThousands(figure))
        {
            whole = long.Parse(digits + part, CultureInfo.InvariantCulture);
            part = "";
        }

        var words = whole.ToWords(_culture);
        return lead + (part.Length == 0 ? words : $"{words} {(language == Language.French ? "virgule" : "point")} {Part(part)}")
            + Unit(figure, one: whole <= 1 && language == Language.French);
    }

    /// "10,000" in English, never in French.
    private bool IsThousands(Match figure) =>
        language == Language.English && figure.Groups["point"].Value == "," && figure.Groups["part"].Length == 3;

    /// "virgule cinq", "virgule zéro cinq": French reads decimals as a figure, English digit by digit.
    private string Part(string part)
    {
        var zeros = part.TakeWhile(digit => digit == '0').Count();
        return language == Language.English || part.Length > 3 || zeros == part.Length
            ? Spelled.Digits(part, language)
            : string.Join(' ', Enumerable.Repeat(0.ToWords(_culture), zeros).Append(int.Parse(part[zeros..], CultureInfo.InvariantCulture).ToWords(_culture)));
    }

    private string Unit(Match figure, bool one)
    {
        var unit = figure.Groups["unit"].Success ? figure.Groups["unit"].Value : figure.Groups["sign"].Value;
        var (french, english) = unit switch
        {
            "%" => ("pour cent", "percent"),
            "€" => (one ? "euro" : "euros", "euros"),
            "$" => (one ? "dollar" : "dollars", "dollars"),
            "£" => (one ? "livre sterling" : "livres sterling", "pounds"),
            "k€" => ("mille euros", "thousand euros"),
            "M€" => (one ? "million d'euros" : "millions d'euros", "million euros"),
            "kg" => (one ? "kilo" : "kilos", "kilos"),
            "km" => (one ? "kilomètre" : "kilomètres", "kilometres"),
            "m²" => (one ? "mètre carré" : "mètres carrés", "square metres"),
            "cm" => (one ? "centimètre" : "centimètres", "centimetres"),
            "g" => (one ? "gramme" : "grammes", "grams"),
            _ => ("", ""),
        };
        var said = language == Language.French ? french : english;

        // A blank behind the figure was taken along with it.
        return (said.Length > 0 ? " " + said : "") + (figure.Value.EndsWith(' ') ? " " : "");
    }
}
