namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Finds a SIREN (9 digits) or SIRET (14) whose checksum is right, however it is spaced.
internal static class CompanyNumbers
{
    // La Poste's establishments have a SIRET of their own rule: the sum of the digits is a multiple of five.
    private const string Poste = "356000000";

    private static readonly HashSet<string> Announcements = ["siren", "siret", "rcs", "sirene", "siern", "sirette"];

    /// The number and the words that it takes up.
    public static (string Number, Range Words)? Find(Sentence sentence)
    {
        var words = sentence.Words;
        var announced = words.Any(word => Announcements.Contains(word.Text));
        for (var first = 0; first < words.Count; first++)
        {
            if (!IsGroup(words[first].Text) || (first > 0 && sentence.Before(first).EndsWith("+")))
            {
                continue;
            }

            var digits = "";
            var found = ((string, Range)?)null;
            var sizes = new List<int>();
            for (var last = first; last < words.Count && digits.Length < 14 && IsGroup(words[last].Text); last++)
            {
                if (last > first && !Joins(sentence.Before(last)))
                {
                    break;
                }

                digits += words[last].Text.Replace(".", "", StringComparison.Ordinal);
                sizes.Add(words[last].Text.Length);
                if ((announced || IsUsualSpacing(sizes, words[first].Text)) && IsValid(digits) && !GoesOn(sentence, last + 1))
                {
                    found = (digits, first..(last + 1));
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    public static bool IsValid(string digits) => digits.Length switch
    {
        9 => Luhn(digits),
        14 => Luhn(digits[..9]) && (Luhn(digits) || IsPostOffice(digits)),
        _ => false,
    };

    private static bool IsPostOffice(string digits) =>
        digits.StartsWith(Poste, StringComparison.Ordinal) && digits.Sum(digit => digit - '0') % 5 == 0;

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : (2 * digit) - 9;
        }

        return sum % 10 == 0 && digits.Any(digit => digit != '0');
    }

    private static bool IsGroup(string word) => word.Length <= 19 && word.Length > 0 && word.All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool Joins(ReadOnlySpan<char> gap) => gap.Length is 1 or 2 && gap.Trim(" \u00A0\u202F.-") is "";

    // Other spacings are phone numbers and lists of figures, unless the message says "siren".
    private static bool IsUsualSpacing(List<int> sizes, string first) =>
        sizes is [9] or [14] or [3, 3, 3] or [3, 3, 3, 5] or [9, 5] or [3, 3, 3, 3, 2] || (sizes.Count == 1 && first.Contains('.'));

    // An amount, or the beginning of a SIRET whose end is wrong.
    private static bool GoesOn(Sentence sentence, int next) => next < sentence.Words.Count
        && (sentence.Words[next].Text is "euros" or "euro" or "eur" or "e" or "k"
            || (sentence.Words[next].Text.Length == 5 && IsGroup(sentence.Words[next].Text) && Joins(sentence.Before(next))));
}
