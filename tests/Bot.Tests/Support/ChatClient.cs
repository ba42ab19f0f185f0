using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CroissanceConnectee.Bot.Tests.Support;

/// Somebody chatting on the site: speaks Direct Line, and knows nothing of the host but its addresses.
public sealed class ChatClient(HttpClient http)
{
    private readonly HttpClient _http = http;
    private string _watermark = "";

    public string ConversationId { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    /// What the bot said last.
    public IReadOnlyList<BotActivity> Last { get; private set; } = [];

    public string Path => $"/v3/directline/conversations/{ConversationId}";

    public async Task StartAsync(string? locale = null)
    {
        var chat = await _http.GetFromJsonAsync<JsonElement>("/chat/token");
        ConversationId = chat.GetProperty("conversationId").GetString()!;
        UserId = chat.GetProperty("userId").GetString()!;
        Use(chat.GetProperty("token").GetString()!);
        var answer = await PostAsync("/v3/directline/conversations", new { user = new { }, locale });
        answer.EnsureSuccessStatusCode();
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        StreamUrl = started.GetProperty("streamUrl").GetString()!;
        Last = await ReadNewAsync();
    }

    public void Use(string token)
    {
        Token = token;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// Goes on with a conversation that another client began.
    public void Continue(string conversationId, string token)
    {
        ConversationId = conversationId;
        Use(token);
    }

    public Task<IReadOnlyList<BotActivity>> SayAsync(string text, string? messageId = null) => SendAsync(new
    {
        type = "message",
        text,
        from = new { id = UserId },
        channelData = new { clientActivityID = messageId ?? Guid.NewGuid().ToString() },
    });

    /// Touches a suggestion of the bot's last words, as Web Chat does it.
    public Task<IReadOnlyList<BotActivity>> ChooseAsync(string label)
    {
        var choices = Last.SelectMany(activity => activity.Choices).ToList();
        var choice = choices.Find(choice => choice.Title == label)
            ?? throw new InvalidOperationException($"'{label}' is not one of: {string.Join(", ", choices.Select(choice => choice.Title))}");
        return SendAsync(new
        {
            type = "message",
            text = choice.Text,
            value = choice.Value,
            from = new { id = UserId },
            channelData = new { clientActivityID = Guid.NewGuid(), messageBack = new { displayText = choice.DisplayText } },
        });
    }

    /// What the bot has answered to it. Fails unless it was accepted.
    public async Task<IReadOnlyList<BotActivity>> SendAsync(object activity)
    {
        var answer = await PostAsync($"{Path}/activities", activity);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException(await answer.Content.ReadAsStringAsync(), null, answer.StatusCode);
        }

        return Last = await ReadNewAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body) => _http.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent body) => _http.PostAsync(path, body);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    /// Everything on the stream from a watermark, both sides.
    public async Task<IReadOnlyList<BotActivity>> ReadAsync(string watermark = "")
    {
        var activities = new List<BotActivity>();
        while (true)
        {
            var page = await _http.GetFromJsonAsync<JsonElement>($"{Path}/activities?watermark={watermark}");
            watermark = page.GetProperty("watermark").GetString()!;
            var news = page.GetProperty("activities").EnumerateArray().Select(json => new BotActivity(json)).ToList();
            if (news.Count == 0)
            {
                _watermark = watermark;
                return activities;
            }

            activities.AddRange(news);
        }
    }

    private async Task<IReadOnlyList<BotActivity>> ReadNewAsync() => [.. (await ReadAsync(_watermark)).Where(activity => activity.IsFromBot)];
}

/// An activity as it came over the wire.
public sealed record BotActivity(JsonElement Json)
{
    public string Id => Text("id")!;

    public string? ReplyToId => Text("replyToId");

    public string Says => Text("text")!;

    public bool IsFromBot => Json.GetProperty("from").GetProperty("role").GetString() == "bot";

    public IReadOnlyList<SuggestedChoice> Choices => Json.TryGetProperty("suggestedActions", out var suggested)
        ? [.. suggested.GetProperty("actions").EnumerateArray().Select(SuggestedChoice.Read)]
        : [];

    private string? Text(string property) => Json.TryGetProperty(property, out var value) ? value.GetString() : null;
}

public sealed record SuggestedChoice(string Title, string Text, string DisplayText, JsonElement Value)
{
    public static SuggestedChoice Read(JsonElement action) => new(
        action.GetProperty("title").GetString()!,
        action.GetProperty("text").GetString()!,
        action.GetProperty("displayText").GetString()!,
        action.GetProperty("value"));
}
