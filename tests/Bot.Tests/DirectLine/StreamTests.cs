using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task StreamReplaysTheGreetingAndThenTellsWhatComes()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        using var stream = await OpenAsync(bot, chat.StreamUrl);

        var greeting = await stream.NextAsync();
        await chat.SayAsync("Bonjour");
        var answer = await stream.NextAsync();

        Assert.Equal("1", greeting.Text("watermark"));
        Assert.Equal(chat.ConversationId + "|0000000.1", greeting.GetProperty("activities")[0].Text("id"));
        Assert.Equal("2", answer.Text("watermark"));
        Assert.Equal("Bonjour", answer.GetProperty("activities")[0].Text("text"));
        Assert.Equal("bot", answer.GetProperty("activities")[1].GetProperty("from").Text("role"));
    }

    [Fact]
    public async Task PersonWhoWritesIsSeenOnTheStreamAndMovesNoWatermark()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        using var stream = await OpenAsync(bot, chat.StreamUrl);
        await stream.NextAsync();

        bot.Services.GetRequiredService<DeskFeed>().Typed(new Typing($"web/{chat.ConversationId}", "Anne"));
        var typing = await stream.NextAsync();
        await chat.SayAsync("Bonjour");
        var answer = await stream.NextAsync();

        Assert.False(typing.TryGetProperty("watermark", out _));
        Assert.Equal("typing", typing.GetProperty("activities")[0].Text("type"));
        Assert.Equal("Anne", typing.GetProperty("activities")[0].GetProperty("from").Text("name"));
        Assert.Equal("2", answer.Text("watermark"));
    }

    [Fact]
    public async Task FirmThatWritesIsSeenAtTheDesk()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        var seen = new TaskCompletionSource<Typing>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = bot.Services.GetRequiredService<DeskFeed>().OnTyping($"web/{chat.ConversationId}", typing => seen.TrySetResult(typing));

        await chat.SendAsync(new { type = "typing", from = new { id = chat.UserId } });

        Assert.Null((await seen.Task.WaitAsync(TestContext.Current.CancellationToken)).Expert);
    }

    [Fact]
    public async Task WhatWasPostedBeforeTheStreamOpenedIsOnIt()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("un");
        await chat.SayAsync("deux");

        using var stream = await OpenAsync(bot, chat.StreamUrl);

        var frame = await stream.NextAsync();
        Assert.Equal("3", frame.Text("watermark"));
        Assert.Equal(["un", "deux"], Said(frame));
    }

    [Theory, InlineData("?watermark=2", "deux,trois"), InlineData("?watermark=", "un,deux,trois"), InlineData("", "trois")]
    public async Task ReconnectingGoesOnFromTheWatermarkOrElseFromNow(string query, string expected)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("un");
        await chat.SayAsync("deux");
        var address = await (await chat.GetAsync(chat.Path + query)).JsonAsync();
        await chat.SayAsync("trois");

        using var stream = await OpenAsync(bot, address.Text("streamUrl"));

        var frame = await stream.NextAsync();
        Assert.Equal(expected.Split(','), Said(frame));
    }

    [Fact]
    public async Task LongConversationIsReplayedWholeWhileItGoesOn()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await Task.WhenAll(Enumerable.Range(0, 230).Select(_ => chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = "x" })));

        using var stream = await OpenAsync(bot, chat.StreamUrl);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = "y" })));

        var ids = new List<string>();
        while (ids.Count < 280)
        {
            var frame = await stream.NextAsync();
            ids.AddRange(frame.GetProperty("activities").EnumerateArray().Select(a => a.Text("id")).Where(id => !id.Contains('.', StringComparison.Ordinal)));
        }

        Assert.Equal(Enumerable.Range(1, 280).Select(i => ActivityIds.OfMessage(chat.ConversationId, i)), ids);
    }

    [Fact]
    public async Task AddressOfTheStreamIsGoodForAMinute()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00Z", null));
        await using var bot = new BotApplication { Clock = clock };
        var chat = await bot.OpenChatAsync();

        clock.Advance(TimeSpan.FromSeconds(59));
        (await OpenAsync(bot, chat.StreamUrl)).Dispose();
        clock.Advance(TimeSpan.FromSeconds(1));

        await (await chat.GetAsync(new Uri(chat.StreamUrl).PathAndQuery)).IsErrorAsync(HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task StreamTakesItsOwnTokenOnlyAndItsTokenOpensNothingElse()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        var other = await bot.OpenChatAsync();
        var streamToken = chat.StreamUrl.Split("&t=")[1];

        await (await chat.GetAsync($"{chat.Path}/stream?t={chat.Token}")).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await chat.GetAsync($"{chat.Path}/stream")).IsErrorAsync(HttpStatusCode.Unauthorized, "BadArgument");
        await (await chat.GetAsync($"{other.Path}/stream?t={streamToken}")).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await bot.SendAsync(Wire.Get($"{chat.Path}/activities").Bearing(streamToken))).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await chat.GetAsync($"{chat.Path}/stream?t={streamToken}")).IsErrorAsync(HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task NewerStreamTakesThePlaceOfTheOlder()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        using var older = await OpenAsync(bot, chat.StreamUrl);
        await older.NextAsync();

        using var newer = await OpenAsync(bot, chat.StreamUrl);

        Assert.Equal("collision", await older.ClosingReasonAsync());
        await newer.NextAsync();
        await chat.SayAsync("toujours là");
        Assert.Equal(["toujours là"], Said(await newer.NextAsync()));
    }

    [Fact]
    public async Task SilentStreamIsKeptAliveWithEmptyFrames()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00Z", null));
        await using var bot = new BotApplication { Clock = clock };
        var chat = await bot.OpenChatAsync();
        using var stream = await OpenAsync(bot, chat.StreamUrl);
        await stream.NextAsync();
        await stream.SendEmptyAsync();

        var frame = stream.NextFrameAsync();
        while (!frame.IsCompleted)
        {
            // The timer starts at some moment after the replay.
            clock.Advance(StreamSender.KeepAlive);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal("", await frame);
        Assert.InRange(StreamSender.KeepAlive, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20));
        await chat.SayAsync("ça marche encore");
        Assert.Contains("ça marche encore", Said(await stream.NextAsync()));
    }

    [Fact]
    public async Task StreamSaysGoodbyeWhenTheHostStops()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        using var stream = await OpenAsync(bot, chat.StreamUrl);
        await stream.NextAsync();

        bot.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("stopping", await stream.ClosingReasonAsync());
    }

    [Fact]
    public async Task PageThatLeavesIsForgotten()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        using var stream = await OpenAsync(bot, chat.StreamUrl);
        await stream.NextAsync();

        await stream.CloseAsync();

        Assert.Equal("goodbye", await stream.ClosingReasonAsync());
        Assert.NotEmpty(await chat.SayAsync("il y a quelqu'un ?"));
    }

    private static async Task<StreamReader> OpenAsync(BotApplication bot, string address) =>
        new(await bot.Server.CreateWebSocketClient().ConnectAsync(new Uri(address), TestContext.Current.CancellationToken));

    private static IEnumerable<string> Said(JsonElement frame) => frame.GetProperty("activities").EnumerateArray()
        .Where(activity => activity.GetProperty("from").Text("role") == "user")
        .Select(activity => activity.Text("text"));

    private sealed class StreamReader(WebSocket socket) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        /// Keep-alive frames left out; more than a few of them in a row, and nothing is coming.
        public async Task<JsonElement> NextAsync()
        {
            for (var silences = 0; silences < 3; silences++)
            {
                if (await NextFrameAsync() is { Length: > 0 } frame)
                {
                    return JsonSerializer.Deserialize<JsonElement>(frame);
                }
            }

            throw new TimeoutException("The stream is silent.");
        }

        public async Task<string?> NextFrameAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            using var bytes = new MemoryStream();
            var buffer = new byte[8192];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, patience.Token);
                bytes.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            return part.MessageType == WebSocketMessageType.Close ? null : System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        }

        public async Task<string?> ClosingReasonAsync()
        {
            // At most one keep-alive frame comes before it.
            if (await NextFrameAsync() is not null)
            {
                await NextFrameAsync();
            }

            return socket.CloseStatusDescription;
        }

        public Task SendEmptyAsync() => socket.SendAsync(ArraySegment<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);

        public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);

        public void Dispose() => socket.Dispose();
    }
}
