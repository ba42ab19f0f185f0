using System.Globalization;
using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Tests.Desk;

public sealed class FrenchHolidaysTests
{
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void EasterFallsWhereTheCalendarPutsIt(string date)
    {
        var easter = Date(date);

        Assert.Equal(easter, FrenchHolidays.Easter(easter.Year));
    }

    [Theory]
    [InlineData(2026, "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25")]
    [InlineData(2027, "2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25")]
    [InlineData(2000, "2000-01-01 2000-04-24 2000-05-01 2000-05-08 2000-06-01 2000-06-12 2000-07-14 2000-08-15 2000-11-01 2000-11-11 2000-12-25")]
    public void YearHasElevenHolidaysInTheirOrder(int year, string dates)
    {
        Assert.Equal(dates.Split(' ').Select(Date), FrenchHolidays.Of(year));
        Assert.All(FrenchHolidays.Of(year), date => Assert.True(FrenchHolidays.Includes(date)));
    }

    [Theory]
    [InlineData("2026-04-03")] // Good Friday, a holiday in Alsace-Moselle alone
    [InlineData("2026-04-05")]
    [InlineData("2026-12-26")]
    [InlineData("2026-12-24")]
    [InlineData("2026-11-23")]
    public void OtherDaysAreNone(string date) => Assert.False(FrenchHolidays.Includes(Date(date)));

    private static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
