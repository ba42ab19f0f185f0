using System.Net.WebSockets;

namespace CroissanceConnectee.Bot.Channels.Web.Site.BrowserPhone;

/// Two sockets as one: what comes out of either goes into the other.
internal static class SplicedSockets
{
    public static async Task RunAsync(WebSocket page, WebSocket line, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] directions = [CopyAsync(page, line, over.Token), CopyAsync(line, page, over.Token)];
        await Task.WhenAny(directions);

        // The other side is given the time to close as well; a page that was shut does not.
        over.CancelAfter(TimeSpan.FromSeconds(5));
        await Task.WhenAll(directions);
    }

    private static async Task CopyAsync(WebSocket from, WebSocket to, CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(), cancellation) is { MessageType: not WebSocketMessageType.Close } part)
            {
                await to.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, cancellation);
            }

            await to.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // One of them is gone without a word: so is the call, and the other learns of it by that.
            to.Abort();
        }
    }
}
