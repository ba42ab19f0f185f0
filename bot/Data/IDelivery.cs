namespace CroissanceConnectee.Bot.Data;

/// How one kind of outbox message reaches the world.
public interface IDelivery
{
    string Kind { get; }

    /// Done, or Kept where nothing is set up to send it with. What throws is tried again; UndeliverableException is not.
    Task<OutboxState> DeliverAsync(OutboxMessage message, CancellationToken cancellation);
}

/// Trying again would change nothing.
public sealed class UndeliverableException(string message) : Exception(message);
