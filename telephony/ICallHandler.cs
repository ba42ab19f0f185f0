namespace CroissanceConnectee.Telephony;

/// <summary>
/// What the product does with its phone line, whichever transport carries it. Implemented once, by the product; resolved from a scope of
/// its own for each call to it.
/// </summary>
public interface ICallHandler
{
    /// <summary>
    /// The next thing to say and do. May be asked the same turn twice (<see cref="CallTurn.Id"/>) and then answers the same. An exception, or
    /// an answer after the time budget, is replaced by <see cref="Apologise"/>; the token is cancelled then.
    /// </summary>
    Task<CallScript> OnTurnAsync(CallTurn turn, CancellationToken cancellationToken);

    /// <summary>What the caller hears when a turn failed: an apology and a way on. Must not depend on what may be broken.</summary>
    CallScript Apologise(CallTurn turn);

    /// <summary>Events are delivered again when this throws.</summary>
    Task OnEventAsync(LineEvent happened, CancellationToken cancellationToken);

    /// <summary>The replies to send to a message, in order; may be none.</summary>
    Task<IReadOnlyList<string>> OnMessageAsync(TextMessage message, CancellationToken cancellationToken);
}
