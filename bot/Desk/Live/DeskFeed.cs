using System.Collections.Concurrent;

namespace CroissanceConnectee.Bot.Desk;

/// Tells the desk's pages, and the open streams of firms, what happens now. Live only: whoever was away reads it from the data.
public sealed class DeskFeed
{
    private readonly ConcurrentDictionary<Guid, Action<Guid>> _queue = [];
    private readonly ConcurrentDictionary<Guid, Action<Typing>> _typing = [];

    /// The handoff that changed. The action is called on whatever thread it happened, and must not block.
    public IDisposable OnQueueChange(Action<Guid> changed) => new Subscription<Action<Guid>>(_queue, changed);

    /// Of both sides: the firm's name is null.
    public IDisposable OnTyping(string conversationId, Action<Typing> typing) =>
        new Subscription<Action<Typing>>(_typing, one => { if (one.ConversationId == conversationId) { typing(one); } });

    public void Changed(Guid handoff)
    {
        foreach (var subscriber in _queue.Values)
        {
            subscriber(handoff);
        }
    }

    public void Typed(Typing typing)
    {
        foreach (var subscriber in _typing.Values)
        {
            subscriber(typing);
        }
    }

    private sealed class Subscription<T> : IDisposable
    {
        private readonly ConcurrentDictionary<Guid, T> _home;
        private readonly Guid _id = Guid.NewGuid();

        public Subscription(ConcurrentDictionary<Guid, T> home, T action)
        {
            _home = home;
            _home[_id] = action;
        }

        public void Dispose() => _home.TryRemove(_id, out _);
    }
}

/// Somebody is writing: an expert by name, or the firm.
public sealed record Typing(string ConversationId, string? Expert);
