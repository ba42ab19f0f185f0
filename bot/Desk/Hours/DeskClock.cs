using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// The desk's hours as they bear on this moment: who can be rung, when an answer comes, when a firm can be called back.
/// Hosted only to be there from the start: a faulty edit before the first turn must find valid hours to hold on to.
public sealed class DeskClock : IHostedService, IDisposable
{
    public static readonly TimeSpan SlotLength = TimeSpan.FromMinutes(30);

    private const int SlotsOffered = 3;

    // Somebody reads the request first.
    private static readonly TimeSpan BeforeFirstSlot = TimeSpan.FromHours(1);

    // "Avant 16 h 07" is no way to promise.
    private static readonly TimeSpan RoundTo = TimeSpan.FromMinutes(30);

    private readonly DeskOptions _desk;
    private readonly TimeProvider _clock;
    private readonly IDisposable? _edits;
    private volatile OpeningHours _hours;

    public DeskClock(IOptionsMonitor<OpeningHoursOptions> hours, IOptions<DeskOptions> desk, TimeProvider clock, ILogger<DeskClock> logger)
    {
        _desk = desk.Value;
        _clock = clock;
        _hours = new OpeningHours(hours.CurrentValue);

        // An edit with a fault in it never comes here: the hours before it hold on.
        _edits = hours.OnChange(edited =>
        {
            _hours = new OpeningHours(edited);
            logger.HoursRead(_hours.IsOpen(clock.GetUtcNow()));
        });
    }

    public OpeningHours Hours => _hours;

    public bool IsOpen => _hours.IsOpen(_clock.GetUtcNow());

    /// Null: no expert can be put through now.
    public string? ExpertToRing => _desk.ExpertNumber.Length > 0 && IsOpen ? _desk.ExpertNumber : null;

    /// Null while the desk is open.
    public DateTimeOffset? Reopens => IsOpen ? null : ParisTime.Of(_hours.NextOpening(_clock.GetUtcNow()));

    /// What a firm that asks now is promised, in round figures where the desk is still open then.
    public DateTimeOffset AnswersBy
    {
        get
        {
            var due = _hours.AddWorkingTime(_clock.GetUtcNow(), _desk.WorkingDaysToAnswer * _hours.WorkingDay);
            var round = due.AddTicks((RoundTo.Ticks - (due.Ticks % RoundTo.Ticks)) % RoundTo.Ticks);
            return _hours.WorkingTimeBetween(due, round) == round - due ? round : due;
        }
    }

    public IReadOnlyList<DateTimeOffset> CallbackSlots =>
        _hours.Slots(_hours.AddWorkingTime(_clock.GetUtcNow(), BeforeFirstSlot), SlotLength, SlotsOffered);

    /// A slot offered a while ago, which may have gone by.
    public bool CanStillCallAt(DateTimeOffset slot) => slot > _clock.GetUtcNow() && _hours.WorkingTimeBetween(slot, slot + SlotLength) == SlotLength;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _edits?.Dispose();
}
