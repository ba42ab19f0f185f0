namespace CroissanceConnectee.Bot.Data;

/// An effect on the outside world that a turn decided: written with the turn, carried out after it, tried again until it works.
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    /// Which worker carries it out; see OutboxKinds.
    public required string Kind { get; init; }

    /// JSON, as its kind wants it.
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset DueAt { get; set; }

    public OutboxState State { get; set; } = OutboxState.Waiting;

    /// Raised before each try, so that two workers cannot both take the message.
    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}

public enum OutboxState
{
    Waiting,
    Done,

    /// There is no server to send it with: it can be read on the development page.
    Kept,

    /// Tried too often: a person must look.
    GivenUp,
}
