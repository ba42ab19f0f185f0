namespace CroissanceConnectee.Benchmarks;

/// A twelve-turn dialogue, many at once, state durable in SQLite: ours beside the official SDK, same machine, same client.
internal static class DialogueBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(int conversations, TimeSpan duration)
    {
        Console.WriteLine($"Dialogue of twelve turns, {conversations} conversations at once, {duration.TotalSeconds:F0} s each");
        LoadResult ours, peer;
        await using (var contestant = await BotbuilderPeer.StartAsync())
        {
            peer = await MeasureAsync(contestant, conversations, duration);
        }

        await using (var contestant = await Ours.StartAsync())
        {
            ours = await MeasureAsync(contestant, conversations, duration);
        }

        Console.WriteLine($"Ratio: {ours.TurnsPerSecond / peer.TurnsPerSecond:F2} times the turns a second, {ours.P99 / peer.P99:F2} times the p99");
    }

    private static async Task<LoadResult> MeasureAsync(IContestant contestant, int conversations, TimeSpan duration)
    {
        await Load.RunAsync(contestant, conversations, WarmUp);
        var result = await Load.RunAsync(contestant, conversations, duration);
        Console.WriteLine(result);
        return result;
    }
}
