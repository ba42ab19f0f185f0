using System.Text.RegularExpressions;

namespace CroissanceConnectee.Telephony;

internal static partial class PhoneNumbers
{
    public static bool CanBeDialled(string number) => Dialable().IsMatch(number);

    [GeneratedRegex(@"\A(\+[1-9][0-9]{5,14}|sips?:[^\s<>""@]+@[^\s<>""@]+)\z")]
    private static partial Regex Dialable();
}
