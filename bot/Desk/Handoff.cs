namespace CroissanceConnectee.Bot.Desk;

/// A firm that asked for a person.
public sealed class Handoff
{
    public required Guid Id { get; init; }

    /// What the firm can quote: `CC-` and six characters.
    public required string Reference { get; init; }

    public required string ConversationId { get; init; }

    public Guid? DiagnosisId { get; init; }

    /// Phone number (E.164) or e-mail address at which the firm wants its answer. Null: it waits in the chat, and nowhere else.
    public string? Contact { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// Who looks after it; null: whoever is at the desk.
    public Guid? ExpertId { get; set; }

    public HandoffState State { get; set; } = HandoffState.Waiting;

    /// The firm waits in the chat: whoever takes it leads the conversation at once.
    public bool Live { get; set; }

    /// Counts the times that it was offered or taken: a deadline set for an earlier one means nothing any more.
    public int Round { get; set; }

    /// When the firm wants to be called, as it chose. Null: as soon as possible, or not at all.
    public DateTimeOffset? CallAt { get; set; }

    public DateTimeOffset? OfferedAt { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// From 1 to 5, asked once.
    public int? Satisfaction { get; set; }

    public string? SatisfactionComment { get; set; }

    /// Row version: of two experts who take it at once, one does.
    public int Version { get; set; }
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
