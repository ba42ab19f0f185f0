namespace CroissanceConnectee.Bot.Desk;

/// A call that was promised for a time. Where the firm has chosen another one since, it means nothing any more.
public sealed record ScheduledCall(Guid Handoff, DateTimeOffset At, int Try);
