using System.Diagnostics;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Benchmarks.Phone;

/// The line on the real process, state durable in SQLite: how long a webhook takes to be answered while many calls are held, how many
/// turns a second it can answer at all, and how soon a caller by socket hears the first words.
internal static class PhoneBenchmark
{
    private const int Calls = 200;

    // Callers listen and think: real ones take longer than that between two turns.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    private static readonly (string, string)[] Settings =
    [
        ("Logging:LogLevel:Default", "Warning"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
    ];

    public static async Task RunAsync()
    {
        await using (var bot = await BotProcess.StartAsync(Settings))
        {
            // At the same pace: a burst leaves the database a checkpoint to write, which the turns after it would wait for.
            await WebhookLoad.RunAsync(bot, Calls, Pace, WarmUp);
            Report($"Webhooks, {Calls} calls at once, a turn every {Pace.TotalSeconds:F0} s", await WebhookLoad.RunAsync(bot, Calls, Pace, Measured));
            Report($"Webhooks, {Calls} calls at once, without a pause", await WebhookLoad.RunAsync(bot, Calls, TimeSpan.Zero, Measured));
        }

        await using (var bot = await BotProcess.StartAsync([.. Settings, ("Twilio:VoiceMode", "ConversationRelay")]))
        {
            await RelayLoad.RunAsync(bot, Calls, Pace, WarmUp);
            Report($"Socket, {Calls} calls at once, a turn every {Pace.TotalSeconds:F0} s, words in to first token out", await RelayLoad.RunAsync(bot, Calls, Pace, Measured));
        }
    }

    private static void Report(string what, CallLoad load) => Console.WriteLine(
        $"{what}: {load.Turns / load.Elapsed.TotalSeconds,6:F0} turns/s   p50 {load.At(0.5),6:F1} ms   p99 {load.At(0.99),6:F1} ms   max {load.At(1),6:F1} ms   {load.Calls} calls");
}

/// What was measured of many calls.
internal sealed class CallLoad(IReadOnlyList<double> milliseconds, int calls, TimeSpan elapsed)
{
    private readonly List<double> _sorted = [.. milliseconds.Order()];

    public int Turns => _sorted.Count;

    public int Calls { get; } = calls;

    public TimeSpan Elapsed { get; } = elapsed;

    public double At(double share) => _sorted[(int)(share * (_sorted.Count - 1))];

    /// Each lane holds one call after another until the time is up; `turn` gives how long each of its answers took.
    public static async Task<CallLoad> HoldAsync(int lanes, TimeSpan pace, TimeSpan duration, Func<int, Action<double>, Func<Task>, Task> call)
    {
        var clock = Stopwatch.StartNew();
        var calls = 0;
        var taken = await Task.WhenAll(Enumerable.Range(0, lanes).Select(async lane =>
        {
            var mine = new List<double>();

            // Callers do not begin all in the same moment.
            await Task.Delay(pace * ((double)lane / lanes));
            while (clock.Elapsed < duration)
            {
                await call(Interlocked.Increment(ref calls), mine.Add, () => Task.Delay(pace));
            }

            return mine;
        }));
        return new CallLoad([.. taken.SelectMany(mine => mine)], calls, clock.Elapsed);
    }
}
