namespace CroissanceConnectee.Bot.Desk;

/// When the desk is open, and how working time runs from there. Pure: instants in, instants out; only the reckoning is local.
public sealed class OpeningHours
{
    // Beyond that nobody waits for a slot, and a desk whose periods are too short for one has none.
    private const int DaysToLookForSlots = 60;

    // Nobody is called over lunch. Before it and after it are the two halves of a day.
    private static readonly TimeSpan Lunch = TimeSpan.FromHours(12), AfterLunch = TimeSpan.FromHours(14), Midnight = TimeSpan.FromDays(1);

    private readonly Dictionary<DayOfWeek, IReadOnlyList<OpeningPeriod>> _week;
    private readonly Dictionary<DateOnly, IReadOnlyList<OpeningPeriod>> _exceptions;

    /// Of options found valid.
    public OpeningHours(OpeningHoursOptions options)
    {
        _week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => OpeningPeriod.ReadAll(options.On(day))!);
        _exceptions = options.Exceptions.ToDictionary(day => OpeningHoursOptions.ReadDate(day.Key)!.Value, day => OpeningPeriod.ReadAll(day.Value)!);
        WorkingDay = _week.Values.Max(periods => periods.Aggregate(TimeSpan.Zero, (sum, period) => sum + (period.Closes - period.Opens)));
    }

    /// The time that the desk is open on the longest day of its week: whoever promises days promises these.
    public TimeSpan WorkingDay { get; }

    public bool IsOpen(DateTimeOffset instant) => Openings(instant).First().From <= instant;

    /// The instant itself when the desk is open then.
    public DateTimeOffset NextOpening(DateTimeOffset instant) => Later(Openings(instant).First().From, instant);

    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to) => to <= from ? TimeSpan.Zero : Openings(from)
        .TakeWhile(opening => opening.From < to)
        .Aggregate(TimeSpan.Zero, (sum, opening) => sum + (Earlier(opening.To, to) - Later(opening.From, from)));

    /// When so much working time is over: at a closing time rather than at the opening after it.
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan span)
    {
        foreach (var opening in Openings(from))
        {
            var begins = Later(opening.From, from);
            if (opening.To - begins >= span)
            {
                return ParisTime.Of(begins + span);
            }

            span -= opening.To - begins;
        }

        throw new InvalidOperationException("A desk that has hours opens again.");
    }

    /// Where so long a call can begin: the first such time of each half day, so that whoever is busy on one has another.
    public IReadOnlyList<DateTimeOffset> Slots(DateTimeOffset from, TimeSpan length, int count) =>
    [
        .. Days(from).Take(DaysToLookForSlots)
            .SelectMany(day => new[] { FirstSlot(day, TimeSpan.Zero, Lunch, from, length), FirstSlot(day, AfterLunch, Midnight, from, length) })
            .OfType<DateTimeOffset>()
            .Take(count),
    ];

    private DateTimeOffset? FirstSlot(DateOnly day, TimeSpan begin, TimeSpan end, DateTimeOffset from, TimeSpan length)
    {
        foreach (var period in On(day))
        {
            var closes = ParisTime.At(day, period.Closes < end ? period.Closes : end);
            var start = RoundedUp(Later(ParisTime.At(day, period.Opens > begin ? period.Opens : begin), from), length);
            if (start + length <= closes)
            {
                return ParisTime.Of(start);
            }
        }

        return null;
    }

    /// Every opening that is not over at an instant, in order; without end.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Openings(DateTimeOffset instant) => Days(instant)
        .SelectMany(day => On(day).Select(period => (From: ParisTime.At(day, period.Opens), To: ParisTime.At(day, period.Closes))))
        // A period within the hour that the clock skips has no length.
        .Where(opening => opening.To > instant && opening.To > opening.From);

    private IReadOnlyList<OpeningPeriod> On(DateOnly day) =>
        _exceptions.TryGetValue(day, out var other) ? other : FrenchHolidays.Includes(day) ? [] : _week[day.DayOfWeek];

    private static IEnumerable<DateOnly> Days(DateTimeOffset from)
    {
        for (var day = ParisTime.Date(from); ; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    // Whole hours lie between Paris and UTC: what is round in one is round in the other.
    private static DateTimeOffset RoundedUp(DateTimeOffset instant, TimeSpan step) =>
        new((instant.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
