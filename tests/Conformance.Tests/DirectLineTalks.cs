using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using CroissanceConnectee.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Conformance.Tests;

/// The same conversation held once in each mode of the official client; the tests look at different sides of it.
public sealed class DirectLineTalks : IAsyncLifetime
{
    private readonly byte[] _tokenKey = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<bool, Task<DirectLineTalk>> _talks = new();
    private BotProcess _bot = null!;

    public async ValueTask InitializeAsync()
    {
        await NodePackages.InstallAsync();
        _bot = await BotProcess.StartAsync(("DirectLine:TokenKey", Convert.ToBase64String(_tokenKey)));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    public Task<DirectLineTalk> TalkAsync(bool webSocket) => _talks.GetOrAdd(webSocket, HoldAsync);

    private async Task<DirectLineTalk> HoldAsync(bool webSocket)
    {
        using var http = new HttpClient();
        var chat = await http.GetFromJsonAsync<JsonElement>(new Uri(_bot.Address, "chat/token"));
        var grant = new Grant(chat.GetProperty("conversationId").GetString()!, chat.GetProperty("userId").GetString(), []);
        var longAgo = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(-1));
        var expiredToken = new DirectLineTokens(new TokenKey(_tokenKey), longAgo).Issue(grant);
        return new DirectLineTalk(grant, await NodePackages.RunAsync("directline.cjs", new { site = _bot.Address.GetLeftPart(UriPartial.Authority), webSocket, chat, expiredToken }));
    }
}

/// What the client saw.
public sealed record DirectLineTalk(Grant Grant, JsonElement Seen)
{
    public JsonElement this[string step] => Seen.GetProperty(step);

    public string? Text(string step) => this[step].GetString();

    public IReadOnlyList<string?> Texts(string step) => [.. this[step].EnumerateArray().Select(text => text.GetString())];
}
