namespace CroissanceConnectee.Telephony;

public enum OutcomeKind
{
    /// <summary>It happened.</summary>
    Done,

    /// <summary>The provider said no, and will again: <see cref="Outcome{T}.Code"/> says why.</summary>
    Refused,

    /// <summary>There is no such thing, or no longer.</summary>
    NotFound,

    /// <summary>It surely did not happen: safe to try later.</summary>
    NotNow,

    /// <summary>It may have happened or not: look before asking again (<see cref="ICallControl.FindCallsAsync"/>).</summary>
    Unclear,

    /// <summary>There is no account to ask.</summary>
    NotConfigured,
}

/// <summary>What became of a request to the provider. Never an exception for what the provider or the network does.</summary>
public sealed record Outcome<T>(OutcomeKind Kind)
{
    /// <summary>There when <see cref="OutcomeKind.Done"/>.</summary>
    public T? Value { get; init; }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own code: 21211 a number that is none, 21610 a recipient who stopped messages, …</summary>
    public int? Code { get; init; }

    /// <summary>When to try again at the earliest, where the provider says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
