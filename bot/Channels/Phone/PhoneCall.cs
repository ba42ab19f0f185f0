namespace CroissanceConnectee.Bot.Channels.Phone;

/// One row a call: where it stands. What was said is in its conversation, `phone/` and the id of the call.
public sealed class PhoneCall
{
    /// The provider's id of the call.
    public required string Id { get; init; }

    /// Of the caller's number, which is not kept: tells that two calls came from one phone, and nothing else.
    public string? CallerHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastTurnAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// The id of the turn that led to this state: delivered again, it is answered the same.
    public string LastTurn { get; set; } = "";

    /// Its number: a webhook of an earlier turn, late, moves nothing.
    public int LastNumber { get; set; }

    /// The expert who is rung or talks on this call: nobody else can reach that person now.
    public Guid? ExpertId { get; set; }

    /// Text messages asked for during the call.
    public int Texts { get; set; }

    public CallState State { get; set; } = CallState.New;

    /// Row version: the same webhook delivered twice at once is taken once.
    public int Version { get; set; }
}
