using System.Globalization;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Outbox;

public sealed class OutboxTests
{
    [Fact]
    public async Task RequestForAPersonReachesTheDeskOnceWithTheWholeConversation()
    {
        await using var server = new MailServer();
        await using var bot = new BotApplication(Sending(server));
        var chat = await bot.OpenChatAsync();

        await chat.SayAsync("je veux parler à un conseiller");
        await chat.SayAsync("06 12 34 56 78");
        await DoneAsync(bot, OutboxState.Done);

        var mail = Assert.Single(server.Received);
        Assert.Contains("To: desk@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("+33612345678", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedMailIsTriedAgainUntilItGoesOut()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture));
        await using var server = new MailServer(refusals: 2);
        await using var bot = new BotApplication(Sending(server)) { Clock = clock };
        var chat = await bot.OpenChatAsync();

        await chat.SayAsync("conseiller");
        await chat.SayAsync("marie@example.org");
        await Until(async () => (await OnlyMessageAsync(bot)).LastError is not null);
        for (var minute = 0; minute < 5; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await DoneAsync(bot, OutboxState.Done);
        Assert.Single(server.Received);
        Assert.Equal(3, (await OnlyMessageAsync(bot)).Attempts);
    }

    [Fact]
    public async Task WithoutAMailServerMessagesAreKeptToBeRead()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await chat.SayAsync("conseiller");
        await chat.SayAsync("marie@example.org");
        await DoneAsync(bot, OutboxState.Kept);

        Assert.Contains("marie@example.org", (await OnlyMessageAsync(bot)).Payload, StringComparison.Ordinal);
    }

    private static (string, string)[] Sending(MailServer server) =>
    [
        ("Site:PublicUrl", "https://export.example.org"),
        ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:Tls", "None"),
        ("Desk:Mailbox", "desk@example.org"),
    ];

    private static Task<OutboxMessage> OnlyMessageAsync(BotApplication bot) => bot.ReadDataAsync(data => data.Outbox.AsNoTracking().SingleAsync());

    private static Task DoneAsync(BotApplication bot, OutboxState state) => Until(async () => (await OnlyMessageAsync(bot)).State == state);

    private static async Task Until(Func<Task<bool>> reached)
    {
        for (var wait = 0; wait < 100 && !await reached(); wait++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(await reached());
    }
}
