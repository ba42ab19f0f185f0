using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Storage;

public sealed class SqliteWriteGateTests
{
    [Fact]
    public async Task SaveThatFailsLetsTheNextOneThrough()
    {
        await using var bot = new BotApplication();
        await bot.ReadDataAsync(data => SaveAsync(data, "one"));

        await Assert.ThrowsAsync<DbUpdateException>(() => bot.ReadDataAsync(data => SaveAsync(data, "one")));
        var next = bot.ReadDataAsync(data => SaveAsync(data, "two"));

        Assert.Equal(1, await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SaveThatIsCancelledLetsTheNextOneThrough()
    {
        await using var bot = new BotApplication();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.ReadDataAsync(data => SaveAsync(data, "one", cancelled.Token)));
        var next = bot.ReadDataAsync(data => SaveAsync(data, "two"));

        Assert.Equal(1, await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    private static Task<int> SaveAsync(ProductContext data, string id, CancellationToken cancellation = default)
    {
        data.Conversations.Add(new Conversation { Id = id, StartedAt = DateTimeOffset.UnixEpoch });
        return data.SaveChangesAsync(cancellation);
    }
}
