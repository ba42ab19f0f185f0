namespace CroissanceConnectee.Telephony;

/// <summary>
/// What the product does by itself with calls and messages. Creating has no idempotency key: whoever must not do it twice notes when it
/// began, and looks for it before trying again.
/// </summary>
public interface ICallControl
{
    /// <summary>Rings a number; when it is answered the call begins as a turn with <see cref="OutboundCall.Reference"/>.</summary>
    Task<Outcome<CallRecord>> CallAsync(OutboundCall call, CancellationToken cancellationToken);

    Task<Outcome<CallRecord>> GetCallAsync(string callId, CancellationToken cancellationToken);

    /// <summary>Calls to that number that were created at or after that time, newest first: did it happen?</summary>
    Task<Outcome<IReadOnlyList<CallRecord>>> FindCallsAsync(string to, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Ends a call, ringing or not.</summary>
    Task<Outcome<CallRecord>> EndCallAsync(string callId, CancellationToken cancellationToken);

    /// <summary>Takes a call out of whatever it does; it goes on as the turn <see cref="Redirected"/> with that reference.</summary>
    Task<Outcome<CallRecord>> RedirectCallAsync(string callId, string reference, CancellationToken cancellationToken);

    /// <summary>Sends a text message, or a WhatsApp one when the number begins with `whatsapp:`.</summary>
    Task<Outcome<MessageRecord>> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Messages to that number that were sent at or after that time, newest first: did it happen?</summary>
    Task<Outcome<IReadOnlyList<MessageRecord>>> FindMessagesAsync(string to, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Who waits in a queue, first come first.</summary>
    Task<Outcome<IReadOnlyList<QueuedCall>>> GetQueueAsync(string queueId, CancellationToken cancellationToken);

    /// <summary>Takes a call out of its queue; it goes on as the turn <see cref="Redirected"/> with that reference.</summary>
    Task<Outcome<QueuedCall>> TakeFromQueueAsync(string queueId, string callId, string reference, CancellationToken cancellationToken);

    /// <summary>Rings a number and puts whoever answers into a conference; not idempotent, like any call.</summary>
    Task<Outcome<Participant>> InviteAsync(string room, Invitation invitation, CancellationToken cancellationToken);

    /// <summary>Puts a participant on hold or takes it back.</summary>
    Task<Outcome<Participant>> HoldAsync(string conferenceId, string callIdOrLabel, bool hold, CancellationToken cancellationToken);
}

/// <param name="To">E.164.</param>
/// <param name="Reference">Comes back with the first turn; at most 200 characters, and nothing personal: it travels in an address.</param>
public sealed record OutboundCall(string To, string Reference)
{
    /// <summary>How long it rings, 5 to 600 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether to find out if a machine answers, which costs the person some seconds of silence.</summary>
    public bool DetectMachine { get; init; }
}

public sealed record CallRecord(string CallId, string To, CallStatus Status, DateTimeOffset? Created)
{
    public TimeSpan? Duration { get; init; }

    public AnsweredBy AnsweredBy { get; init; }
}

/// <param name="To">E.164, with `whatsapp:` before it on that channel.</param>
/// <param name="Text">1 to 1600 characters.</param>
public sealed record OutboundMessage(string To, string Text)
{
    /// <summary>After which it is not worth sending any more; null: the provider's four hours.</summary>
    public TimeSpan? ValidFor { get; init; }
}

public sealed record MessageRecord(string MessageId, string To, string Text, MessageStatus Status, DateTimeOffset? Created)
{
    public int? ErrorCode { get; init; }
}

public sealed record QueuedCall(string CallId, int Position, TimeSpan Waited, DateTimeOffset? Since);

public sealed record Invitation(string To)
{
    public string? Label { get; init; }

    /// <summary>The call of the participant who alone hears this one.</summary>
    public string? Coaches { get; init; }

    public bool Muted { get; init; }

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}

public sealed record Participant(string CallId, string ConferenceId, string? Label, bool OnHold, bool Muted);
