using System.Text.RegularExpressions;
using PhoneNumbers;

namespace CroissanceConnectee.Bot.Desk;

/// Finds in free text the place where someone can be reached.
public static partial class Contacts
{
    private const int FewestDigits = 8;

    private const int FrenchCountryCode = 33;

    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// A valid phone number in E.164 (French when it has no country code), or an e-mail address in lower case; or null.
    public static string? Find(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal) && EmailAddress().Match(text) is { Success: true } address)
        {
            return address.Value.ToLowerInvariant();
        }

        // Looking for numbers costs more than the rest of a turn together: only where there can be one.
        return text.Count(char.IsAsciiDigit) < FewestDigits ? null : FindPhone(text);
    }

    /// The contact that a text consists of, when it says nothing else.
    public static string? Only(string text) =>
        Find(text) is { } contact && (IsEmail(contact) ? text.Trim().Equals(contact, StringComparison.OrdinalIgnoreCase) : !text.Any(char.IsLetter)) ? contact : null;

    private static string? FindPhone(string text) =>
        Phones.FindNumbers(text, "FR", PhoneNumberUtil.Leniency.VALID, 10).FirstOrDefault() is { } found
            ? Phones.Format(found.Number, PhoneNumberFormat.E164)
            : null;

    /// The number that a call comes from, when it is one that can be called: callers may withhold it, or call from an office's system.
    public static string? OfCaller(string number) =>
        InFull().IsMatch(number) && Phones.IsValidNumber(Phones.Parse(number, defaultRegion: null)) ? number : null;

    /// As people write it: French numbers without the country code.
    public static string Shown(string contact)
    {
        if (IsEmail(contact))
        {
            return contact;
        }

        var number = Phones.Parse(contact, defaultRegion: null);
        return Phones.Format(number, number.CountryCode == FrenchCountryCode ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /// The number of a mobile phone, or one that may be: nothing else gets text messages.
    public static bool CanGetTexts(string number) =>
        Phones.GetNumberType(Phones.Parse(number, defaultRegion: null)) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;

    public static bool IsEmail(string contact) => contact.Contains('@', StringComparison.Ordinal);

    [GeneratedRegex(@"\A\+[1-9]\d{6,14}\z", RegexOptions.NonBacktracking)]
    private static partial Regex InFull();

    // Plain addresses only: what a person types into a chat, not the whole of RFC 5322.
    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}", RegexOptions.NonBacktracking)]
    private static partial Regex EmailAddress();
}
