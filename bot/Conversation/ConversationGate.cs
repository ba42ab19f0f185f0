namespace CroissanceConnectee.Bot.Conversations;

/// Lets the turns of one conversation through one at a time, in order of arrival. Between replicas the row version does it;
/// this spares one process the retries. Striped: two conversations may share a stripe, which costs a wait and nothing else.
public sealed class ConversationGate : IDisposable
{
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Pass> EnterAsync(ConversationKey conversation, CancellationToken cancellation)
    {
        var stripe = _stripes[(uint)conversation.GetHashCode() % (uint)_stripes.Length];
        await stripe.WaitAsync(cancellation);
        return new Pass(stripe);
    }

    public void Dispose()
    {
        foreach (var stripe in _stripes)
        {
            stripe.Dispose();
        }
    }

    public readonly struct Pass(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
