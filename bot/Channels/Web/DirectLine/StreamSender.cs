using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Sends a conversation down a WebSocket: first what the client has missed, then what comes.
public sealed class StreamSender(
    Transcripts transcripts, ConversationFeed feed, DeskFeed desk, OpenStreams streams, TimeProvider clock, ILogger<StreamSender> logger)
{
    /// The client sends one every 20 s; proxies close what is silent for 30 to 60.
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// For one frame, or for a goodbye. Whoever takes longer is cut off, and comes back with its watermark.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task RunAsync(WebSocket socket, string conversation, Uri site, int next, CancellationToken stopping)
    {
        using var place = streams.Enter(conversation);
        using var left = new CancellationTokenSource();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, place.Lost, left.Token);
        var hearing = HearAsync(socket, left);
        var farewell = "slow reader";
        try
        {
            try
            {
                await SendAllAsync(new Reader(socket, conversation, site) { Next = next }, over.Token);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                farewell = place.Lost.IsCancellationRequested ? "collision" : stopping.IsCancellationRequested ? "stopping" : "goodbye";
            }

            logger.StreamEnded(conversation, farewell);
            await CloseAsync(socket, farewell, hearing);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            logger.StreamEnded(conversation, "gone");
        }
        finally
        {
            socket.Abort();
            await hearing;
        }
    }

    private async Task SendAllAsync(Reader reader, CancellationToken over)
    {
        // Subscribed before reading: what is saved in between comes twice, and is sent once.
        using var subscription = feed.Subscribe(ActivityIds.Key(reader.Conversation).ToString());
        var typing = Channel.CreateBounded<Typing>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var typed = desk.OnTyping(ActivityIds.Key(reader.Conversation).ToString(), one => typing.Writer.TryWrite(one));
        await CatchUpAsync(reader, over);

        using var heart = new PeriodicTimer(KeepAlive, clock);
        var beat = heart.WaitForNextTickAsync(over).AsTask();
        var news = subscription.Reader.WaitToReadAsync(over).AsTask();
        var writes = typing.Reader.ReadAsync(over).AsTask();
        while (true)
        {
            var first = await Task.WhenAny(beat, news, writes);
            if (first == writes)
            {
                await SendAsync(reader, await writes);
                writes = typing.Reader.ReadAsync(over).AsTask();
            }
            else if (first == beat)
            {
                await beat;
                await SendAsync(reader.Socket, default);
                beat = heart.WaitForNextTickAsync(over).AsTask();
            }
            else if (await news)
            {
                await SendNewsAsync(reader, subscription, over);
                news = subscription.Reader.WaitToReadAsync(over).AsTask();
            }
            else
            {
                return;
            }
        }
    }

    // Nothing is kept of it and the watermark stays: whoever comes back later has missed nothing.
    private Task SendAsync(Reader reader, Typing typing)
    {
        if (typing.Expert is null)
        {
            return Task.CompletedTask;
        }

        var frame = new TypingSet([new TypingActivity(
            new Account(ActivityRenderer.ExpertId, typing.Expert, "bot"), new ConversationAccount(reader.Conversation), clock.GetUtcNow())]);
        return SendAsync(reader.Socket, JsonSerializer.SerializeToUtf8Bytes(frame, DirectLineJson.Wire.TypingSet));
    }

    private async Task SendNewsAsync(Reader reader, ConversationFeed.Subscription subscription, CancellationToken over)
    {
        var entries = new List<TranscriptEntry>();
        while (subscription.Reader.TryRead(out var entry))
        {
            if (entry.Sequence == reader.Next + entries.Count)
            {
                entries.Add(entry);
            }
            else if (entry.Sequence > reader.Next + entries.Count)
            {
                // Another replica saved the ones in between.
                await SendAsync(reader, entries);
                await CatchUpAsync(reader, over);
                entries.Clear();
            }
        }

        await SendAsync(reader, entries);
    }

    private async Task CatchUpAsync(Reader reader, CancellationToken over)
    {
        while (await transcripts.ReadAsync(ActivityIds.Key(reader.Conversation), reader.Next, over) is { Count: > 0 } page)
        {
            await SendAsync(reader, page);
        }
    }

    private async Task SendAsync(Reader reader, IReadOnlyList<TranscriptEntry> entries)
    {
        if (entries.Count > 0)
        {
            var frame = ActivityRenderer.Render(entries, reader.Conversation, reader.Site, reader.Next);
            reader.Next = entries[^1].Sequence + 1;
            await SendAsync(reader.Socket, JsonSerializer.SerializeToUtf8Bytes(frame, DirectLineJson.Wire.ActivitySet));
        }
    }

    // Never cancelled halfway: that would break the connection, and the client would not learn why.
    private Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> frame) =>
        socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask().WaitAsync(Patience, clock);

    private Task CloseAsync(WebSocket socket, string farewell, Task hearing)
    {
        var status = farewell switch
        {
            "goodbye" => WebSocketCloseStatus.NormalClosure,
            "stopping" => WebSocketCloseStatus.EndpointUnavailable,
            _ => WebSocketCloseStatus.PolicyViolation,
        };
        return Task.WhenAll(socket.CloseOutputAsync(status, farewell, CancellationToken.None), hearing).WaitAsync(Patience, clock);
    }

    /// Whatever the client sends is a sign of life and nothing more.
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource left)
    {
        var frame = new byte[64];
        try
        {
            ValueWebSocketReceiveResult heard;
            do
            {
                heard = await socket.ReceiveAsync(frame.AsMemory(), CancellationToken.None);
            }
            while (heard.MessageType != WebSocketMessageType.Close);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // It left without a goodbye.
        }

        await left.CancelAsync();
    }

    // How the ends of a broken connection show, by transport; a send that nobody takes is a broken one.
    private static bool IsGone(Exception exception) =>
        exception is WebSocketException or IOException or OperationCanceledException or TimeoutException;

    private sealed record Reader(WebSocket Socket, string Conversation, Uri Site)
    {
        public int Next { get; set; }
    }
}
