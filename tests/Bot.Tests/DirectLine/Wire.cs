using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

/// Requests as a client that is not ours would make them.
internal static class Wire
{
    public const string Secret = "a-secret-of-our-partner";

    public static readonly (string, string) WithSecret = ("DirectLine:Secrets:0", Secret);

    public static HttpRequestMessage Bearing(this HttpRequestMessage request, string credential)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        return request;
    }

    public static HttpRequestMessage From(this HttpRequestMessage request, string origin)
    {
        request.Headers.Add("Origin", origin);
        return request;
    }

    public static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    public static HttpRequestMessage Post(string path, string? json = null) => new(HttpMethod.Post, path)
    {
        Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
    };

    public static async Task<HttpResponseMessage> SendAsync(this BotApplication bot, HttpRequestMessage request)
    {
        using var http = bot.CreateClient();
        return await http.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;

    /// Every refusal has this form, with a message that says something.
    public static async Task IsErrorAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var error = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error");
        Assert.Equal(code, error.Text("code"));
        Assert.NotEmpty(error.Text("message"));
    }

    /// What a partner's server gets for its secret.
    public static async Task<(string Conversation, string Token)> GenerateAsync(this BotApplication bot, string json = "{}")
    {
        var answer = await bot.SendAsync(Post("/v3/directline/tokens/generate", json).Bearing(Secret));
        var generated = await answer.JsonAsync();
        Assert.Equal(1800, generated.GetProperty("expires_in").GetInt32());
        return (generated.Text("conversationId"), generated.Text("token"));
    }
}
