using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using Humanizer;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What is said sign by sign, with a pause after each so that it can be written down.
internal static class Spelled
{
    /// "01 99 00 20 17" by pairs, "552 100 554" by threes, as it is grouped; digits without groups one by one.
    public static string Digits(string written, Language language)
    {
        var groups = written.Replace("+", "", StringComparison.Ordinal).Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", groups.Length == 1 ? groups[0].Select(digit => Group(digit.ToString(), language)) : groups.Select(group => Group(group, language)));
    }

    public static string Code(string code, Language language) =>
        string.Join(", ", code.Where(char.IsLetterOrDigit).Select(sign => char.IsDigit(sign) ? Group(sign.ToString(), language) : sign.ToString()));

    public static string Email(string address, Language language) => language == Language.French
        ? address.Replace("@", " arobase ", StringComparison.Ordinal).Replace(".", " point ", StringComparison.Ordinal).Replace("-", " tiret ", StringComparison.Ordinal)
        : address.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal).Replace("-", " dash ", StringComparison.Ordinal);

    private static string Group(string digits, Language language)
    {
        var zeros = digits.TakeWhile(digit => digit == '0').Count();
        var culture = language.Culture();
        var words = Enumerable.Repeat(0.ToWords(culture), zeros);
        return string.Join(' ', zeros == digits.Length ? words : words.Append(long.Parse(digits[zeros..], CultureInfo.InvariantCulture).ToWords(culture)));
    }
}
