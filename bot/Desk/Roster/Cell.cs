using System.Globalization;

namespace CroissanceConnectee.Bot.Desk;

/// What one cell says, and what is wrong with it: the first fault counts, and what is read then is not used.
public sealed class Cell(string text, RosterCodes codes)
{
    private const int LongestLine = 200;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    public string Text { get; } = text;

    public RosterCodes Codes { get; } = codes;

    public string? Fault { get; private set; }

    public void Reject(string reason) => Fault ??= reason;

    public string Line()
    {
        if (Text.Length > LongestLine)
        {
            Reject($"longer than {LongestLine} characters");
        }

        return Text;
    }

    public string Email()
    {
        var address = Text.ToLowerInvariant();
        if (!Contacts.IsEmail(address) || Contacts.Find(address) != address)
        {
            Reject("not an e-mail address");
        }

        return address;
    }

    public string? Phone()
    {
        if (Text.Length == 0)
        {
            return null;
        }

        var number = Contacts.Find(Text);
        if (number is null || Contacts.IsEmail(number))
        {
            Reject("not a phone number");
        }

        return number;
    }

    public int Number(int least, int most)
    {
        if (!int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Reject($"not a whole number from {least} to {most}");
        }

        return number;
    }

    public DateOnly? Date() => Text.Length == 0 ? null : Day(Text);

    public T OneOf<T>(Vocabulary<T> words) where T : notnull
    {
        if (!words.TryFind(Text, out var value))
        {
            Reject($"not {words.What}");
        }

        return value;
    }

    /// In the order of the file, each once.
    public IReadOnlyList<T> Several<T>(Vocabulary<T> words) where T : notnull
    {
        var values = new List<T>();
        foreach (var item in Items())
        {
            if (!words.TryFind(item, out var value))
            {
                Reject($"\"{RosterRow.Shortened(item)}\" is not {words.What}; known: {string.Join(", ", words.Written)}");
            }
            else if (!values.Contains(value))
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// `2026-12-24..2026-12-31`, or one day.
    public IReadOnlyList<Absence> Absences()
    {
        var absences = new List<Absence>();
        foreach (var item in Items())
        {
            var ends = item.Split("..", 2, StringSplitOptions.TrimEntries);
            var absence = new Absence(Day(ends[0]), Day(ends[^1]));
            if (absence.To < absence.From)
            {
                Reject($"the absence {item} ends before it begins");
            }

            absences.Add(absence);
        }

        return absences;
    }

    private string[] Items() => Text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private DateOnly Day(string text)
    {
        if (!DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Reject($"\"{RosterRow.Shortened(text)}\" is not a day, as in 2026-12-24 or 24/12/2026");
        }

        return day;
    }
}
