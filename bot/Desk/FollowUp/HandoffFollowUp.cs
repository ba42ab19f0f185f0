namespace CroissanceConnectee.Bot.Desk;

/// What a firm says some days after its request was closed. Asked once a request; the last answer to each question holds.
public sealed class HandoffFollowUp
{
    public required Guid HandoffId { get; init; }

    /// Unguessable part of the addresses in the mail: whoever has the mail answers, without signing in.
    public required string Token { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public bool? Contacted { get; set; }

    public bool? Useful { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
