using System.Diagnostics;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Benchmarks.Phone;

/// Calls by webhooks: one request a turn.
internal static class WebhookLoad
{
    public static async Task<CallLoad> RunAsync(BotProcess bot, int calls, TimeSpan pace, TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = calls }) { BaseAddress = bot.Address };
        var run = Guid.NewGuid().ToString("N")[..8];
        return await CallLoad.HoldAsync(calls, pace, duration, async (number, taken, thinking) =>
        {
            var caller = new Caller(http, bot.Address, $"CA{run}{number}", "+33612345678");
            await TimedAsync(caller.CallAsync);
            foreach (var words in Spoken.Words)
            {
                await thinking();
                await TimedAsync(() => caller.SayAsync(words));
            }

            async Task TimedAsync(Func<Task> turn)
            {
                var started = Stopwatch.GetTimestamp();
                await turn();
                taken(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        });
    }
}
