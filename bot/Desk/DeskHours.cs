using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// Who can be rung now.
public sealed class DeskHours(IOptions<DeskOptions> options, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly DeskOptions _options = options.Value;

    /// Null: no expert can be put through now.
    public string? ExpertToRing => _options.ExpertNumber.Length > 0 && IsOpen ? _options.ExpertNumber : null;

    private bool IsOpen
    {
        get
        {
            var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Paris);
            return now.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                && TimeOnly.FromDateTime(now.DateTime).IsBetween(_options.OpensAt, _options.ClosesAt);
        }
    }
}
