using System.Net;
using CroissanceConnectee.Bot.Tests.DirectLine;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests;

public sealed class RateLimitTests
{
    [Fact]
    public async Task ConversationThatGetsTooManyMessagesIsToldWhenToComeBack()
    {
        await using var bot = new BotApplication(("RateLimits:PerConversation", "3"));
        var chat = await bot.OpenChatAsync();
        var other = await bot.OpenChatAsync();
        var message = new { type = "message", text = "x" };
        for (var i = 0; i < 3; i++)
        {
            await (await chat.PostAsync($"{chat.Path}/activities", message)).JsonAsync();
        }

        var refused = await chat.PostAsync($"{chat.Path}/activities", message);

        await refused.IsErrorAsync(HttpStatusCode.TooManyRequests, "ServiceError");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        await (await other.PostAsync($"{other.Path}/activities", message)).JsonAsync();
        // Three, and each once: what was refused has left nothing.
        Assert.Equal(3, (await chat.ReadAsync("1")).Count(activity => !activity.IsFromBot));
    }

    [Fact]
    public async Task TokenIsLimitedWhateverItAsksFor()
    {
        await using var bot = new BotApplication(("RateLimits:PerToken", "5"));
        var chat = await bot.OpenChatAsync();
        var other = await bot.OpenChatAsync();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await chat.GetAsync(chat.Path)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(other.Path)).StatusCode);
    }

    [Fact]
    public async Task AddressIsLimitedWhateverTokenItShows()
    {
        await using var bot = new BotApplication(("RateLimits:PerAddress", "2"));

        var first = await bot.SendAsync(Wire.Get("/chat/token"));
        var second = await bot.SendAsync(Wire.Get("/v3/directline/conversations/x/activities").Bearing("one"));
        var third = await bot.SendAsync(Wire.Get("/v3/directline/conversations/x/activities").Bearing("another"));
        var chat = await bot.SendAsync(Wire.Get("/chat/token"));

        await first.JsonAsync();
        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
        await third.IsErrorAsync(HttpStatusCode.TooManyRequests, "ServiceError");
        await chat.IsErrorAsync(HttpStatusCode.TooManyRequests, "ServiceError");
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(Wire.Get("/health/live"))).StatusCode);
    }
}
