namespace CroissanceConnectee.Bot.Desk;

/// A firm that asked for a person.
public sealed class Handoff
{
    public required Guid Id { get; init; }

    /// What the firm can quote: `CC-` and six characters.
    public required string Reference { get; init; }

    public required string ConversationId { get; init; }

    public Guid? DiagnosisId { get; init; }

    /// Phone number (E.164) or e-mail address at which the firm wants its answer.
    public required string Contact { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// Who looks after it; null: whoever is at the desk.
    public Guid? ExpertId { get; init; }

    public HandoffState State { get; set; } = HandoffState.Waiting;
}

public enum HandoffState
{
    Waiting,
    TakenCare,
    Done,
    DoneNoHelp,
    NotReachable,
    NotForMe,
}
