using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace CroissanceConnectee.Telephony.Tests.Support;

/// The provider's side of a socket.
public sealed class RelayCaller(ClientWebSocket socket) : IDisposable
{
    /// Opens the socket that the document names, and says nothing yet.
    public static async Task<RelayCaller> OpenAsync(XElement document)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(document.Descendants("ConversationRelay").Single().Attribute("url")!.Value), CancellationToken.None);
        return new RelayCaller(socket);
    }

    public static async Task<RelayCaller> ConnectAsync(XElement document)
    {
        var caller = await OpenAsync(document);
        await caller.SendAsync(new
        {
            type = "setup",
            sessionId = "VX1",
            callSid = "CA1",
            from = "+33612345678",
            to = "+33199002017",
            direction = "inbound",
            customParameters = document.Descendants("Parameter").ToDictionary(p => p.Attribute("name")!.Value, p => p.Attribute("value")!.Value),
        });
        return caller;
    }

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public Task SendTextAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SayAsync(string text) => SendAsync(new { type = "prompt", voicePrompt = text, lang = "fr-FR", last = true });

    public async Task PressAsync(string keys)
    {
        foreach (var key in keys)
        {
            await SendAsync(new { type = "dtmf", digit = key.ToString() });
        }
    }

    public Task InterruptAsync(string heard) =>
        SendAsync(new { type = "interrupt", utteranceUntilInterrupt = heard, durationUntilInterruptMs = "460" });

    /// The next message; null when the other side closed.
    public async Task<JsonElement?> ReceiveAsync()
    {
        var buffer = new byte[256 * 1024];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += received.Count;
            if (received.EndOfMessage)
            {
                return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
            }
        }
    }

    /// What is said until it is complete.
    public async Task<string> HearAsync()
    {
        var said = new StringBuilder();
        while (await ReceiveAsync() is { } message)
        {
            Assert.Equal("text", message.GetProperty("type").GetString());
            said.Append(message.GetProperty("token").GetString());
            if (message.GetProperty("last").GetBoolean())
            {
                break;
            }
        }

        return said.ToString().TrimEnd();
    }

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// As a network does.
    public void Cut() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
