using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Site;

public sealed class ChatRenewalTests
{
    private static readonly Uri Token = new("/chat/token", UriKind.Relative);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1)]
    [InlineData(12 * 60)]
    public async Task ExpiredTokenIsRenewedForTheSameConversationWithinAWorkingDay(int minutes)
    {
        await using var bot = new BotApplication { Clock = _clock };
        using var http = bot.CreateClient();
        var first = await http.GetFromJsonAsync<JsonElement>(Token, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        using var answer = await RenewAsync(http, first.GetProperty("token").GetString()!);

        var second = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(first.GetProperty("conversationId").GetString(), second.GetProperty("conversationId").GetString());
        Assert.Equal(first.GetProperty("userId").GetString(), second.GetProperty("userId").GetString());
        using var refreshed = await RefreshAsync(http, second.GetProperty("token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
    }

    [Fact]
    public async Task TokenOfTheDayBeforeIsRefused()
    {
        await using var bot = new BotApplication { Clock = _clock };
        using var http = bot.CreateClient();
        var first = await http.GetFromJsonAsync<JsonElement>(Token, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromHours(13));

        using var answer = await RenewAsync(http, first.GetProperty("token").GetString()!);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("TokenExpired", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiredTokenOpensNothingButItsRenewal()
    {
        await using var bot = new BotApplication { Clock = _clock };
        using var http = bot.CreateClient();
        var first = await http.GetFromJsonAsync<JsonElement>(Token, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(31));

        using var answer = await RefreshAsync(http, first.GetProperty("token").GetString()!);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("x", HttpStatusCode.Forbidden)]
    public async Task WhatIsNoTokenIsRefused(string? token, HttpStatusCode status)
    {
        await using var bot = new BotApplication();
        using var http = bot.CreateClient();

        using var answer = await RenewAsync(http, token);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task TokenThatASecretAskedForIsNotTheSitesToRenew()
    {
        await using var bot = new BotApplication(("DirectLine:Secrets:0", "un secret assez long pour servir"));
        using var http = bot.CreateClient();
        using var generate = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        generate.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "un secret assez long pour servir");
        using var generated = await http.SendAsync(generate, TestContext.Current.CancellationToken);
        var token = (await generated.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString();

        using var answer = await RenewAsync(http, token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> RenewAsync(HttpClient http, string? token) => PostAsync(http, Token, token);

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient http, string token) =>
        PostAsync(http, new Uri("/v3/directline/tokens/refresh", UriKind.Relative), token);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Uri address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }
}
