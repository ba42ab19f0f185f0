using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace CroissanceConnectee.Telephony;

/// The two directions of a session's socket. Messages come in through a channel, which a timer can also write to, so that the session
/// handles one thing at a time.
internal sealed class RelaySocket(WebSocket socket)
{
    // Real messages are a few hundred characters.
    private const int MessageLimit = 64 * 1024;

    // A caller cannot say more than that while one turn is answered; a flood ends the session.
    private const int Backlog = 1000;

    private readonly Channel<RelayInput> _inputs = Channel.CreateBounded<RelayInput>(Backlog);

    public ChannelReader<RelayInput> Inputs => _inputs.Reader;

    public void Write(RelayInput input) => _inputs.Writer.TryWrite(input);

    /// Reads until the socket closes; never throws for what the other side does.
    public async Task ReceiveAsync(CancellationToken cancellation)
    {
        Exception? broke = null;
        try
        {
            var buffer = new byte[MessageLimit];
            while (await ReceiveAsync(buffer, cancellation) is { } length)
            {
                if (RelayMessage.Parse(buffer.AsSpan(0, length)) is { } message && !_inputs.Writer.TryWrite(new Received(message)))
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            broke = exception;
        }

        _inputs.Writer.TryComplete(broke);
    }

    public Task SendAsync(object message, CancellationToken cancellation) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, RelayJson.Options), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    public async Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellation)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status, null, cancellation);
        }
    }

    /// The length of the next message; null when there is none to come.
    private async Task<int?> ReceiveAsync(byte[] buffer, CancellationToken cancellation)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += received.Count;
            if (received.EndOfMessage)
            {
                return length;
            }
        }

        return null;
    }
}

internal abstract record RelayInput;

internal sealed record Received(RelayMessage Message) : RelayInput;

/// The time given has passed; stale when something happened since the timer was set.
internal sealed record TimeUp(int Setting) : RelayInput;
