using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Desk.Pages.Requests;

/// Tells of every entry of a conversation until it is disposed.
internal sealed class Following : IDisposable
{
    private readonly CancellationTokenSource _over = new();

    public Following(ConversationFeed feed, string conversationId, Action said)
    {
        var subscription = feed.Subscribe(conversationId);
        var over = _over.Token;
        _ = Task.Run(() => FollowAsync(feed, subscription, conversationId, said, over), CancellationToken.None);
    }

    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private static async Task FollowAsync(ConversationFeed feed, ConversationFeed.Subscription subscription, string conversationId, Action said, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using (subscription)
            {
                // Faults are none but the end; one that fell behind subscribes again, and has everything read afresh.
                while (await WaitAsync(subscription, over))
                {
                    while (subscription.Reader.TryRead(out _))
                    {
                    }

                    said();
                }
            }

            subscription = feed.Subscribe(conversationId);
            said();
        }

        subscription.Dispose();
    }

    private static async Task<bool> WaitAsync(ConversationFeed.Subscription subscription, CancellationToken over)
    {
        try
        {
            return await subscription.Reader.WaitToReadAsync(over);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
