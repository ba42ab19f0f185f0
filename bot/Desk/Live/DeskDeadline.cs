namespace CroissanceConnectee.Bot.Desk;

/// Something that the desk looks at when its time has come. Mark is the round of the handoff, or the entry that waits for an
/// answer: where it is another by then, the deadline was met.
public sealed record DeskDeadline(DeadlineKind Kind, Guid Subject, int Mark);

public enum DeadlineKind
{
    /// The expert has not taken what was offered.
    Take,

    /// The expert who leads has not answered.
    Reply,

    /// The subject is an expert, whom an import made inactive.
    ExpertLeft,

    /// Ten days after closing: was it useful?
    FollowUp,
}
