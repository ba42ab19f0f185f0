using System.Globalization;
using System.Text.RegularExpressions;

namespace CroissanceConnectee.Bot.Desk;

/// From one time of a day to another, both counted from its midnight as clocks show them.
public readonly partial record struct OpeningPeriod(TimeSpan Opens, TimeSpan Closes)
{
    /// `09:00-12:30, 14:00-18:00`; none when it is empty, null when it cannot be read, or the periods overlap or run backwards.
    public static IReadOnlyList<OpeningPeriod>? ReadAll(string? text)
    {
        var periods = new List<OpeningPeriod>();
        foreach (var written in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var read = Written().Match(written);
            if (!read.Success)
            {
                return null;
            }

            var period = new OpeningPeriod(Time(read, 1), Time(read, 3));
            if (period.Opens >= period.Closes || period.Closes > TimeSpan.FromDays(1) || (periods.Count > 0 && period.Opens < periods[^1].Closes))
            {
                return null;
            }

            periods.Add(period);
        }

        return periods;
    }

    private static TimeSpan Time(Match read, int group) =>
        new(int.Parse(read.Groups[group].Value, CultureInfo.InvariantCulture), int.Parse(read.Groups[group + 1].Value, CultureInfo.InvariantCulture), 0);

    [GeneratedRegex(@"\A([0-9]{2}):([0-5][0-9]) ?- ?([0-9]{2}):([0-5][0-9])\z", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
