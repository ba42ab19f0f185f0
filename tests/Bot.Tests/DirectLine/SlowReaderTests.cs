using System.Net.WebSockets;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class SlowReaderTests
{
    [Fact]
    public async Task ReaderThatTakesNothingIsCutOff()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00Z", null));
        await using var bot = new BotApplication { Clock = clock };
        var chat = await bot.OpenChatAsync();
        using var socket = new StalledSocket();
        var sending = SendAsync(bot, chat, socket);
        await socket.Sending;

        clock.Advance(StreamSender.Patience);

        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketState.Aborted, socket.State);
    }

    [Fact]
    public async Task ReaderThatFallsTooFarBehindIsSentAwayToComeBackWithItsWatermark()
    {
        // A clock that stands still: on a busy machine, the messages may take longer than the patience.
        await using var bot = new BotApplication { Clock = new FakeTimeProvider() };
        var chat = await bot.OpenChatAsync();
        using var socket = new StalledSocket();
        var sending = SendAsync(bot, chat, socket);
        await socket.Sending;
        for (var i = 0; i < 300; i++)
        {
            await chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = "x" });
        }

        socket.Recover();

        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal("slow reader", socket.CloseStatusDescription);
    }

    private static Task SendAsync(BotApplication bot, ChatClient chat, WebSocket socket) => bot.Services.GetRequiredService<StreamSender>()
        .RunAsync(socket, chat.ConversationId, new Uri("http://localhost"), 0, CancellationToken.None);

    /// A connection whose other end does not read, as far as a sender can tell: sending takes forever.
    private sealed class StalledSocket : WebSocket
    {
        private readonly TaskCompletionSource _sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<WebSocketReceiveResult> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WebSocketState _state = WebSocketState.Open;
        private string? _reason;

        public Task Sending => _sending.Task;

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => _reason;

        public override WebSocketState State => _state;

        public override string? SubProtocol => null;

        public void Recover() => _taken.TrySetResult();

        public override void Abort()
        {
            _state = _reason is null ? WebSocketState.Aborted : WebSocketState.Closed;
            _closing.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        }

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
        {
            _reason = statusDescription;
            _closing.TrySetResult(new WebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true));
            return Task.CompletedTask;
        }

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) => _closing.Task;

        public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            _sending.TrySetResult();
            return _taken.Task;
        }

        public override void Dispose()
        {
        }
    }
}
