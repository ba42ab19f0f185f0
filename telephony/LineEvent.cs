namespace CroissanceConnectee.Telephony;

/// <summary>
/// Something that happened and wants no answer. The provider promises neither order nor that it comes once, nor that it comes at all.
/// </summary>
/// <param name="Id">The same when the same event is delivered again.</param>
public abstract record LineEvent(string Id)
{
    /// <summary>When it happened, where the provider says so.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <param name="Id">See <see cref="LineEvent"/>.</param>
/// <param name="CallId">The leg that changed.</param>
/// <param name="ParentCallId">The caller's call, when the leg was dialled from it.</param>
/// <param name="Status">What it is now.</param>
/// <param name="Sequence">Its place among the events of that leg, from 0, where the provider says so.</param>
public sealed record CallStatusChanged(string Id, string CallId, string? ParentCallId, CallStatus Status, int? Sequence) : LineEvent(Id)
{
    public TimeSpan? Duration { get; init; }

    public AnsweredBy AnsweredBy { get; init; }

    /// <summary>Whether this is news to somebody who already knows <paramref name="known"/>: a late event takes nothing back.</summary>
    public bool IsNewsAfter(CallStatus known) => Status > known && known < CallStatus.Completed;
}

/// <param name="Id">See <see cref="LineEvent"/>.</param>
/// <param name="CallId">The call.</param>
/// <param name="RecordingId">The recording.</param>
/// <param name="Ready">Whether its sound can be fetched; false when it never will.</param>
/// <param name="Url">Where the sound is, for the account's credentials.</param>
public sealed record RecordingChanged(string Id, string CallId, string RecordingId, bool Ready, Uri? Url) : LineEvent(Id)
{
    public TimeSpan? Duration { get; init; }
}

/// <param name="Id">See <see cref="LineEvent"/>.</param>
/// <param name="Room">The name of the conference.</param>
/// <param name="CallId">Who it is about; null when the whole room is meant.</param>
/// <param name="Change">`participant-join`, `participant-leave`, `conference-end`, …</param>
public sealed record ConferenceChanged(string Id, string Room, string? CallId, string Change) : LineEvent(Id);

public sealed record MessageStatusChanged(string Id, string MessageId, MessageStatus Status, int? ErrorCode) : LineEvent(Id);

/// <summary>Whoever was rung has heard the whisper and pressed a key; it takes the call only where it is the key for that.</summary>
/// <param name="Id">See <see cref="LineEvent"/>.</param>
/// <param name="CallId">The leg of whoever was rung.</param>
/// <param name="ParentCallId">The caller's call.</param>
/// <param name="Key">What was pressed.</param>
/// <param name="Accepted">Whether the two are put through.</param>
public sealed record WhisperAnswered(string Id, string CallId, string? ParentCallId, string Key, bool Accepted) : LineEvent(Id);

/// <summary>The provider could not do something with an answer of ours, or could not reach us.</summary>
public sealed record LineProblem(string Id, string Level, string? CallId, int? ErrorCode) : LineEvent(Id);

public enum MessageStatus
{
    Unknown,
    Accepted,
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
}

/// <summary>A message that somebody sent to our number.</summary>
/// <param name="Id">The message; the same when it is delivered again.</param>
/// <param name="From">The sender, `whatsapp:` before the number on that channel.</param>
/// <param name="To">Our number.</param>
/// <param name="Text">As it was written, untrimmed.</param>
public sealed record TextMessage(string Id, string From, string To, string Text)
{
    public IReadOnlyList<Uri> Media { get; init; } = [];

    /// <summary>What the sender wants to do about messages from us. The provider knows some words itself, the rest are ours.</summary>
    public Subscription Subscription { get; init; }

    /// <summary>
    /// Whether the provider has already acted and answered: replies are not sent then, and later ones are refused after a stop.
    /// </summary>
    public bool AnsweredByProvider { get; init; }
}

public enum Subscription
{
    Unchanged,
    Stop,
    Start,
    Help,
}
