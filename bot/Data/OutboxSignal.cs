using System.Threading.Channels;

namespace CroissanceConnectee.Bot.Data;

/// Wakes the outbox worker when a turn has saved an effect, so that it need not wait for its next look.
public sealed class OutboxSignal(TimeProvider clock)
{
    // Raised twice before the worker looks is as good as once: it looks at everything that is due.
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await _raised.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody raised it: time for the regular look.
        }
    }
}
