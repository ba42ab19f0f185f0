namespace CroissanceConnectee.Bot.Desk;

/// The clock on the desk's wall.
public static class ParisTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// The same instant, as that clock shows it.
    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    public static DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// When the clock shows a time. A time that it skips in March is the moment at which it skips; one that it shows twice in
    /// October is the first of the two. So periods that touch on paper neither overlap nor leave a gap.
    public static DateTimeOffset At(DateOnly date, TimeSpan time)
    {
        var shown = date.ToDateTime(TimeOnly.MinValue) + time;
        while (Paris.IsInvalidTime(shown))
        {
            shown = shown.AddMinutes(1);
        }

        return new DateTimeOffset(shown, Paris.IsAmbiguousTime(shown) ? Paris.GetAmbiguousTimeOffsets(shown).Max() : Paris.GetUtcOffset(shown));
    }
}
