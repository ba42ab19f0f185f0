namespace CroissanceConnectee.Bot.Desk;

/// What happened to a request, when, by whom and why. Only ever added: whoever passes firms on leaves a trace.
public sealed class HandoffEvent
{
    public required Guid Id { get; init; }

    public required Guid HandoffId { get; init; }

    public required HandoffEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// Whoever did it, or whom it happened to. Kept as a number: an expert who leaves the roster leaves the trace.
    public Guid? ExpertId { get; init; }

    /// A reason, an internal note, an outcome: never shown to the firm.
    public string? Note { get; init; }
}

public enum HandoffEventKind
{
    Offered,
    Taken,
    Refused,

    /// An offer that nobody took in time.
    Expired,

    /// Led the conversation and did not answer.
    FellSilent,

    /// No longer on the roster.
    Left,
    GivenBack,
    Transferred,
    Noted,
    Suggested,
    Closed,
    Reopened,
    Corrected,

    /// Wants the file before deciding: it was mailed, and the offer stands.
    FileSent,
}
