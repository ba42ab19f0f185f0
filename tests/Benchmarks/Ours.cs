using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Benchmarks;

/// The product over Direct Line: a POST for what the person says, a GET for what the bot answered.
internal sealed class Ours(BotProcess bot) : IContestant
{
    private const string Secret = "benchmark-secret-of-thirty-two-characters";

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = bot.Address };

    public string Name => "Croissance Connectée (Direct Line)";

    public string Opening => "je veux faire le diagnostic";

    public int ProcessId => bot.ProcessId;

    public static async Task<Ours> StartAsync() => new(await BotProcess.StartAsync(
        ("DirectLine:Secrets:0", Secret),
        ("RateLimits:PerAddress", "0"),
        ("RateLimits:PerToken", "0"),
        ("RateLimits:PerConversation", "0"),
        ("Logging:LogLevel:Default", "Warning"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information")));

    public async Task<IConversation> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = JsonContent.Create(new { locale = "fr-FR" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var opened = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Conversation(_http, opened.GetProperty("conversationId").GetString()!, opened.GetProperty("token").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await bot.DisposeAsync();
    }

    private sealed class Conversation(HttpClient http, string id, string token) : IConversation
    {
        private readonly string _activities = $"/v3/directline/conversations/{id}/activities";
        private readonly AuthenticationHeaderValue _authorization = new("Bearer", token);
        private string _watermark = "";

        public async Task<IReadOnlyList<string>> SayAsync(string text)
        {
            var activity = JsonSerializer.SerializeToUtf8Bytes(new { type = "message", from = new { id = "u1" }, text, locale = "fr-FR" });
            using (await SendAsync(HttpMethod.Post, _activities, activity))
            {
            }

            using var answer = await SendAsync(HttpMethod.Get, $"{_activities}?watermark={_watermark}", body: null);
            using var set = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
            _watermark = set.RootElement.GetProperty("watermark").GetString()!;
            return Choices.In(set.RootElement.GetProperty("activities"));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, byte[]? body)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.Authorization = _authorization;
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName);
            }

            var response = await http.SendAsync(request);
            return response.EnsureSuccessStatusCode();
        }
    }
}
