namespace CroissanceConnectee.Telephony;

/// <summary>
/// One thing that happened on a call and wants an answer. Never lacks a call id; whatever the provider left out or mangled is null or Unknown.
/// </summary>
/// <param name="CallId">The call, the only thing to hold a conversation by: several calls can come from one number.</param>
/// <param name="Number">0 when the call begins; each script leads to a higher one, by more than one where a socket broke or a call was redirected.</param>
/// <param name="Input">What the caller did, or what became of what we asked for.</param>
public sealed record CallTurn(string CallId, int Number, CallInput Input)
{
    /// <summary>The same when the same turn is delivered again, and different for every other turn of the call.</summary>
    public string Id { get; init; } = Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As the provider gives it: mostly E.164, but also `anonymous`, `client:…` or a SIP address.</summary>
    public string Caller { get; init; } = "";

    public string Called { get; init; } = "";

    public CallDirection Direction { get; init; }

    public CallStatus Status { get; init; }

    /// <summary>BCP 47 tag of the language that was recognised, where the provider says it.</summary>
    public string? Language { get; init; }

    /// <summary>What the caller had heard of our last words when it cut them short; null when nothing says that they were cut.</summary>
    public string? Heard { get; init; }

    /// <summary>How many turns in a row have ended in an apology just before this one.</summary>
    public int Apologies { get; init; }

    /// <summary>Where the caller stands, while it waits in a queue.</summary>
    public QueueStanding? Queue { get; init; }

    /// <summary>What <see cref="OutboundCall.Reference"/> said, on the first turn of a call that we made or redirected.</summary>
    public string? Reference { get; init; }

    public AnsweredBy AnsweredBy { get; init; }

    public string? ForwardedFrom { get; init; }

    public string? SipCallId { get; init; }

    /// <summary>The provider's own mark of a request: it stays the same when the request is made again.</summary>
    public string? IdempotencyToken { get; init; }
}

public abstract record CallInput;

/// <summary>The call has just been answered.</summary>
public sealed record CallStarted : CallInput;

/// <summary>We took the call out of what it did, by <see cref="ICallControl"/>; <see cref="CallTurn.Reference"/> says what for.</summary>
public sealed record Redirected : CallInput;

/// <param name="Text">What was recognised, as it came.</param>
/// <param name="Confidence">0 to 1; null when the provider gave none, or one that makes no sense. Not to be relied on alone.</param>
public sealed record Spoke(string Text, double? Confidence) : CallInput;

/// <param name="Digits">Keys pressed, `0-9`, `*`, `#`; whatever the provider sent. Empty when only the finish key was.</param>
/// <param name="FinishKey">The key that ended the entry, where one did.</param>
public sealed record Pressed(string Digits, string? FinishKey = null) : CallInput;

/// <summary>Nothing was heard in the time given.</summary>
public sealed record Silent : CallInput;

/// <summary>A <see cref="GoOn"/> came round.</summary>
public sealed record Continued : CallInput;

/// <summary>The transport broke and is there again: what was being said or asked is to be said or asked again.</summary>
public sealed record Resumed : CallInput;

/// <param name="Outcome">How the dialled legs ended.</param>
/// <param name="Bridged">Whether the two people were put through: one who declines at the whisper has answered, but not this.</param>
/// <param name="Duration">How long they talked, where known.</param>
public sealed record DialEnded(DialOutcome Outcome, bool Bridged, TimeSpan? Duration) : CallInput;

/// <summary>The caller waits in a queue; asked again as soon as what it hears has ended.</summary>
public sealed record Waiting : CallInput;

/// <summary>The caller is out of the queue.</summary>
public sealed record QueueLeft(QueueOutcome Outcome, TimeSpan? Waited) : CallInput;

/// <summary>The caller has left a spoken message; its sound may not be ready before <see cref="RecordingChanged"/> says so.</summary>
public sealed record MessageRecorded(string? RecordingId, Uri? Url, TimeSpan? Duration) : CallInput;

public sealed record QueueStanding(string QueueId, int Position, int Size, TimeSpan Waited, TimeSpan? AverageWait);

public enum CallDirection
{
    Unknown,
    Inbound,
    Outbound,
}

public enum CallStatus
{
    Unknown,
    Queued,
    Initiated,
    Ringing,
    InProgress,
    Completed,
    Busy,
    NoAnswer,
    Canceled,
    Failed,
}

public enum DialOutcome
{
    Unknown,
    Completed,
    Answered,
    Busy,
    NoAnswer,
    Failed,
    Canceled,
}

public enum QueueOutcome
{
    Unknown,
    Bridged,
    BridgingInProcess,
    Error,
    Hangup,
    Leave,
    Redirected,
    RedirectedFromBridged,
    QueueFull,
    SystemError,
}

public enum AnsweredBy
{
    Unknown,
    Human,
    Machine,
    Fax,
}
