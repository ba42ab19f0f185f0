using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace CroissanceConnectee.Bot.Conversations;

/// Tells the open streams of a conversation about entries just saved. Live only: what a stream missed, it reads from the transcript.
public sealed class ConversationFeed
{
    // A reader this far behind is cut off; it comes back with its watermark and reads the transcript.
    private const int Backlog = 256;

    private readonly ConcurrentDictionary<string, ImmutableHashSet<Subscription>> _subscriptions = new();

    public Subscription Subscribe(string conversationId)
    {
        var subscription = new Subscription(this, conversationId);
        _subscriptions.AddOrUpdate(conversationId, _ => [subscription], (_, readers) => readers.Add(subscription));
        return subscription;
    }

    public void Publish(TranscriptEntry entry)
    {
        if (!_subscriptions.TryGetValue(entry.ConversationId, out var readers))
        {
            return;
        }

        foreach (var reader in readers)
        {
            if (!reader.Entries.Writer.TryWrite(entry))
            {
                reader.Entries.Writer.TryComplete();
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        while (_subscriptions.TryGetValue(subscription.ConversationId, out var readers))
        {
            var others = readers.Remove(subscription);
            if (others.IsEmpty
                ? _subscriptions.TryRemove(KeyValuePair.Create(subscription.ConversationId, readers))
                : _subscriptions.TryUpdate(subscription.ConversationId, others, readers))
            {
                return;
            }
        }
    }

    public sealed class Subscription(ConversationFeed feed, string conversationId) : IDisposable
    {
        internal string ConversationId { get; } = conversationId;

        internal Channel<TranscriptEntry> Entries { get; } = Channel.CreateBounded<TranscriptEntry>(Backlog);

        /// Completes when the reader fell too far behind.
        public ChannelReader<TranscriptEntry> Reader => Entries.Reader;

        public void Dispose()
        {
            feed.Remove(this);
            Entries.Writer.TryComplete();
        }
    }
}
