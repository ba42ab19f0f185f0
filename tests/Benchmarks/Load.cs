using System.Collections.Concurrent;
using System.Diagnostics;

namespace CroissanceConnectee.Benchmarks;

/// Many conversations at once, each going through its dialogue turn by turn, then beginning another one.
internal static class Load
{
    private const int TurnsOfADialogue = 12;

    public static async Task<LoadResult> RunAsync(IContestant contestant, int conversations, TimeSpan duration)
    {
        var latencies = new ConcurrentBag<List<double>>();
        using var server = Process.GetProcessById(contestant.ProcessId);
        var worked = server.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(async _ =>
        {
            var mine = new List<double>();
            while (clock.Elapsed < duration)
            {
                await using var conversation = await contestant.OpenAsync();
                await HoldDialogueAsync(conversation, contestant.Opening, mine);
            }

            latencies.Add(mine);
        }));
        var elapsed = clock.Elapsed;
        server.Refresh();
        var sorted = latencies.SelectMany(turns => turns).Order().ToList();
        return new LoadResult(contestant.Name, sorted.Count / elapsed.TotalSeconds, At(sorted, 0.5), At(sorted, 0.99), (server.TotalProcessorTime - worked).TotalMicroseconds / sorted.Count);
    }

    private static async Task HoldDialogueAsync(IConversation conversation, string text, List<double> latencies)
    {
        for (var turn = 0; turn < TurnsOfADialogue; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            var choices = await conversation.SayAsync(text);
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            text = choices.Count > 0 ? choices[turn % choices.Count] : "12";
        }
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}

/// Turns a second, milliseconds, and what a turn costs the server in microseconds of one core.
internal sealed record LoadResult(string Name, double TurnsPerSecond, double Median, double P99, double Cost)
{
    public override string ToString() => $"{Name,-34} {TurnsPerSecond,8:F0} turns/s   p50 {Median,7:F1} ms   p99 {P99,7:F1} ms   {Cost,6:F0} µs of CPU a turn";
}
