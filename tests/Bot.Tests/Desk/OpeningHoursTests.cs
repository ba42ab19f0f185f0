using System.Globalization;
using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// Instants are written as the clock in Paris shows them, with its distance from UTC.
public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Usual = new(new OpeningHoursOptions());

    private static readonly OpeningHours WithLunch = new(new OpeningHoursOptions
    {
        Monday = "09:00-12:30, 14:00-18:00",
        Friday = "09:00-12:00",
        Exceptions = { ["2026-12-24"] = "09:00-12:00", ["2026-12-31"] = "", ["2026-05-01"] = "10:00-11:00" },
    });

    private static readonly OpeningHours Always = new(new OpeningHoursOptions { Saturday = "00:00-24:00", Sunday = "00:00-24:00", Monday = "00:00-24:00" });

    [Theory]
    [InlineData("2026-11-24T08:59:59+01:00", false)]
    [InlineData("2026-11-24T09:00:00+01:00", true)]
    [InlineData("2026-11-24T17:59:59+01:00", true)]
    [InlineData("2026-11-24T18:00:00+01:00", false)]
    [InlineData("2026-11-28T10:00:00+01:00", false)] // Saturday
    [InlineData("2026-11-11T10:00:00+01:00", false)] // Armistice, a Wednesday
    [InlineData("2026-04-06T10:00:00+02:00", false)] // Easter Monday
    [InlineData("2026-07-15T07:30:00Z", true)] // half past nine in summer
    [InlineData("2026-07-15T06:30:00Z", false)]
    [InlineData("2026-11-24T16:30:00Z", true)] // half past five in winter
    [InlineData("2026-11-24T17:30:00Z", false)]
    public void DeskIsOpenInItsHours(string instant, bool open) => Assert.Equal(open, Usual.IsOpen(At(instant)));

    [Theory]
    [InlineData("2026-11-23T12:30:00+01:00", false)]
    [InlineData("2026-11-23T14:00:00+01:00", true)]
    [InlineData("2026-12-24T11:59:00+01:00", true)]
    [InlineData("2026-12-24T12:00:00+01:00", false)]
    [InlineData("2026-12-31T10:00:00+01:00", false)]
    [InlineData("2026-05-01T10:30:00+02:00", true)] // an exception opens a public holiday
    [InlineData("2026-05-01T11:30:00+02:00", false)]
    public void LunchAndExceptionsHold(string instant, bool open) => Assert.Equal(open, WithLunch.IsOpen(At(instant)));

    [Theory]
    [InlineData("2026-11-24T10:00+01:00", "2026-11-24T10:00+01:00")] // open
    [InlineData("2026-11-24T07:00+01:00", "2026-11-24T09:00+01:00")]
    [InlineData("2026-11-24T18:00+01:00", "2026-11-25T09:00+01:00")]
    [InlineData("2026-11-27T19:00+01:00", "2026-11-30T09:00+01:00")] // over the weekend
    [InlineData("2026-12-24T20:00+01:00", "2026-12-28T09:00+01:00")] // over Christmas and the weekend
    [InlineData("2026-04-03T18:30+02:00", "2026-04-07T09:00+02:00")] // over Easter Monday
    [InlineData("2026-03-28T12:00+01:00", "2026-03-30T09:00+02:00")] // over the change to summer time
    [InlineData("2026-10-24T12:00+02:00", "2026-10-26T09:00+01:00")] // and back
    public void NextOpeningIsTheFirstMomentAtWhichSomebodyIsThere(string instant, string opening) =>
        Assert.Equal(At(opening), Usual.NextOpening(At(instant)));

    [Theory]
    [InlineData("2026-11-24T10:00+01:00", "2026-11-24T11:30+01:00", "01:30")]
    [InlineData("2026-11-24T17:00+01:00", "2026-11-25T10:00+01:00", "02:00")]
    [InlineData("2026-11-27T17:00+01:00", "2026-11-30T10:00+01:00", "02:00")]
    [InlineData("2026-11-28T00:00+01:00", "2026-11-29T23:00+01:00", "00:00")]
    [InlineData("2026-11-24T11:00+01:00", "2026-11-24T10:00+01:00", "00:00")] // backwards
    [InlineData("2026-03-27T17:00+01:00", "2026-03-30T10:00+02:00", "02:00")] // over the change to summer time
    [InlineData("2026-10-23T17:00+02:00", "2026-10-26T10:00+01:00", "02:00")] // and back
    public void WorkingTimeIsCountedWhileTheDeskIsOpen(string from, string to, string span) =>
        Assert.Equal(Span(span), Usual.WorkingTimeBetween(At(from), At(to)));

    [Theory]
    [InlineData("2026-11-24T10:00+01:00", "09:00", "2026-11-25T10:00+01:00")]
    [InlineData("2026-11-24T10:00+01:00", "08:00", "2026-11-24T18:00+01:00")] // at closing time, not at the next opening
    [InlineData("2026-11-27T17:45+01:00", "18:00", "2026-12-01T17:45+01:00")]
    [InlineData("2026-11-28T10:00+01:00", "18:00", "2026-12-01T18:00+01:00")] // begins on Monday
    [InlineData("2026-12-24T20:00+01:00", "18:00", "2026-12-29T18:00+01:00")]
    [InlineData("2026-03-27T17:00+01:00", "02:00", "2026-03-30T10:00+02:00")] // over the change to summer time
    [InlineData("2026-10-23T17:00+02:00", "02:00", "2026-10-26T10:00+01:00")] // and back
    public void WorkingTimeRunsOnlyWhileTheDeskIsOpen(string from, string span, string until)
    {
        Assert.Equal(At(until), Usual.AddWorkingTime(At(from), Span(span)));
        Assert.Equal(Span(span), Usual.WorkingTimeBetween(At(from), At(until)));
    }

    [Theory]
    [InlineData("2026-03-28T12:00+01:00", "23:00", "2026-03-29T12:00+02:00")] // a day of 23 hours
    [InlineData("2026-10-24T12:00+02:00", "1.01:00", "2026-10-25T12:00+01:00")] // a day of 25
    public void DeskThatNeverClosesWorksTheHoursThatTheDayOfTheChangeHas(string from, string span, string until)
    {
        Assert.Equal(At(until), Always.AddWorkingTime(At(from), Span(span)));
        Assert.Equal(Span(span), Always.WorkingTimeBetween(At(from), At(until)));
    }

    [Fact]
    public void PeriodsThatMeetInTheHourShownTwiceNeitherOverlapNorLeaveAGap()
    {
        var hours = new OpeningHours(new OpeningHoursOptions { Sunday = "00:00-02:30, 02:30-24:00" });

        Assert.Equal(TimeSpan.FromHours(25), hours.WorkingTimeBetween(At("2026-10-25T00:00+02:00"), At("2026-10-26T00:00+01:00")));
    }

    [Fact]
    public void PeriodWithinTheHourThatIsSkippedIsNone()
    {
        var hours = new OpeningHours(new OpeningHoursOptions { Sunday = "02:00-03:00" });

        Assert.Equal(At("2026-03-30T09:00+02:00"), hours.NextOpening(At("2026-03-29T01:30+01:00")));
        Assert.Equal(TimeSpan.Zero, hours.WorkingTimeBetween(At("2026-03-29T00:00+01:00"), At("2026-03-29T12:00+02:00")));
    }

    [Theory]
    [InlineData("2026-11-24T11:00+01:00", "2026-11-24T11:00+01:00 2026-11-24T14:00+01:00 2026-11-25T09:00+01:00")]
    [InlineData("2026-11-24T10:07+01:00", "2026-11-24T10:30+01:00 2026-11-24T14:00+01:00 2026-11-25T09:00+01:00")]
    [InlineData("2026-11-24T11:45+01:00", "2026-11-24T14:00+01:00 2026-11-25T09:00+01:00 2026-11-25T14:00+01:00")]
    [InlineData("2026-11-27T17:45+01:00", "2026-11-30T09:00+01:00 2026-11-30T14:00+01:00 2026-12-01T09:00+01:00")]
    [InlineData("2026-12-24T17:00+01:00", "2026-12-24T17:00+01:00 2026-12-28T09:00+01:00 2026-12-28T14:00+01:00")]
    public void SlotsAreTheFirstOfEachHalfDay(string from, string slots) =>
        Assert.Equal(slots.Split(' ').Select(At), Usual.Slots(At(from), TimeSpan.FromMinutes(30), 3));

    [Fact]
    public void SlotNeverFallsIntoTheHourThatIsSkipped()
    {
        var slots = Always.Slots(At("2026-03-29T01:40+01:00"), TimeSpan.FromMinutes(30), 2);

        Assert.Equal(["03:00 +02:00", "14:00 +02:00"], slots.Select(slot => slot.ToString("HH:mm zzz", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void SlotInTheHourShownTwiceIsOneMoment()
    {
        var slots = Always.Slots(At("2026-10-25T02:10+01:00"), TimeSpan.FromMinutes(30), 1);

        Assert.Equal([At("2026-10-25T02:30+01:00")], slots);
    }

    [Fact]
    public void DeskWhosePeriodsAreTooShortHasNoSlot()
    {
        var hours = new OpeningHours(new OpeningHoursOptions { Monday = "09:00-09:20", Tuesday = "", Wednesday = "", Thursday = "", Friday = "" });

        Assert.Empty(hours.Slots(At("2026-11-23T08:00+01:00"), TimeSpan.FromMinutes(30), 3));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static TimeSpan Span(string span) => TimeSpan.Parse(span, CultureInfo.InvariantCulture);
}
