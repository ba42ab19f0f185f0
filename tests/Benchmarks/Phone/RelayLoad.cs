using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Benchmarks.Phone;

/// Calls by socket: from the caller's words to the first text that comes back.
internal static class RelayLoad
{
    public static async Task<CallLoad> RunAsync(BotProcess bot, int calls, TimeSpan pace, TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = calls }) { BaseAddress = bot.Address };
        var run = Guid.NewGuid().ToString("N")[..8];
        return await CallLoad.HoldAsync(calls, pace, duration, async (number, taken, thinking) =>
        {
            var call = $"CA{run}{number}";
            var caller = new Caller(http, bot.Address, call, "+33612345678");
            await caller.CallAsync();
            using var socket = await OpenAsync(caller.Waits!, call);
            var buffer = new byte[64 * 1024];
            foreach (var words in Spoken.Words)
            {
                await thinking();
                var started = Stopwatch.GetTimestamp();
                await SendAsync(socket, new { type = "prompt", voicePrompt = words, lang = "fr-FR", last = true });
                var last = await ReceiveAsync(socket, buffer);
                taken(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                while (!last)
                {
                    last = await ReceiveAsync(socket, buffer);
                }
            }
        });
    }

    private static async Task<ClientWebSocket> OpenAsync(XElement connect, string call)
    {
        var relay = connect.Element("ConversationRelay")!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)relay.Attribute("url")!), CancellationToken.None);
        await SendAsync(socket, new
        {
            type = "setup",
            sessionId = "VX" + call,
            callSid = call,
            from = "+33612345678",
            to = "+33199002017",
            direction = "inbound",
            customParameters = relay.Elements("Parameter").ToDictionary(one => (string)one.Attribute("name")!, one => (string)one.Attribute("value")!),
        });
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// True when the answer is complete.
    private static async Task<bool> ReceiveAsync(ClientWebSocket socket, byte[] buffer)
    {
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, received.Count).Contains("\"last\":true", StringComparison.Ordinal);
    }
}
