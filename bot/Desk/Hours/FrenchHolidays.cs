namespace CroissanceConnectee.Bot.Desk;

/// The eleven public holidays of metropolitan France (Code du travail, art. L3133-1), in any year. Pure.
public static class FrenchHolidays
{
    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

    // Easter Monday, Ascension Day, Whit Monday.
    private static readonly int[] DaysAfterEaster = [1, 39, 50];

    /// In their order.
    public static IReadOnlyList<DateOnly> Of(int year) =>
    [
        .. Fixed.Select(day => new DateOnly(year, day.Month, day.Day)).Concat(DaysAfterEaster.Select(Easter(year).AddDays)).Order(),
    ];

    public static bool Includes(DateOnly date) =>
        Fixed.Contains((date.Month, date.Day)) || DaysAfterEaster.Contains(date.DayNumber - Easter(date.Year).DayNumber);

    /// Easter Sunday by the Gregorian computus, in the form that "A Correspondent from New York" gave it (Nature, 20 April 1876).
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var (leapCenturies, century4) = Math.DivRem(century, 4);
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - moonShift + 15) % 30;
        var (leaps, year4) = Math.DivRem(ofCentury, 4);
        var toSunday = (32 + (2 * century4) + (2 * leaps) - epact - year4) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
