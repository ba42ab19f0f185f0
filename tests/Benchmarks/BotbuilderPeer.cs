using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;

namespace CroissanceConnectee.Benchmarks;

/// The official Bot Framework SDK (npm `botbuilder`), see peer/server.js.
internal sealed class BotbuilderPeer : IContestant
{
    private readonly string _folder;
    private readonly HttpClient _http;
    private readonly Process _node;

    private BotbuilderPeer(string folder, Process node, Uri address)
    {
        (_folder, _node) = (folder, node);
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
    }

    public string Name => "botbuilder for JavaScript";

    public int ProcessId => _node.Id;

    public string Opening => "start";

    public static async Task<BotbuilderPeer> StartAsync()
    {
        var source = typeof(BotbuilderPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PeerFolder").Value!;
        if (!Directory.Exists(Path.Combine(source, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = source })!;
            await install.WaitForExitAsync();
        }

        var folder = Directory.CreateTempSubdirectory("botbuilder-peer-").FullName;
        var node = Process.Start(new ProcessStartInfo("node", ["server.js", Path.Combine(folder, "peer.db")])
        {
            WorkingDirectory = source,
            RedirectStandardOutput = true,
        })!;
        var port = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The peer did not start.");
        return new BotbuilderPeer(folder, node, new Uri($"http://127.0.0.1:{port}"));
    }

    public Task<IConversation> OpenAsync() => Task.FromResult<IConversation>(new Conversation(_http));

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _node.Kill();
        _node.WaitForExit();
        _node.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class Conversation(HttpClient http) : IConversation
    {
        private readonly string _id = Guid.NewGuid().ToString("N");
        private int _message;

        public async Task<IReadOnlyList<string>> SayAsync(string text)
        {
            using var response = await http.PostAsJsonAsync("/api/messages", new
            {
                type = "message",
                id = $"{_id}-{_message++}",
                channelId = "benchmark",
                serviceUrl = "http://127.0.0.1",
                deliveryMode = "expectReplies",
                from = new { id = "u1" },
                recipient = new { id = "bot" },
                conversation = new { id = _id },
                text,
            });
            using var replies = await JsonDocument.ParseAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
            return Choices.In(replies.RootElement.GetProperty("activities"));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
