using System.Diagnostics;

namespace CroissanceConnectee.Benchmarks;

/// Resident memory with many conversations open, each a few turns into its diagnosis.
internal static class MemoryBenchmark
{
    private const int AtOnce = 50;

    public static async Task RunAsync(int conversations)
    {
        await using var ours = await Ours.StartAsync();
        var before = ResidentMegabytes(ours);
        await Parallel.ForEachAsync(Enumerable.Range(0, conversations), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            await using var conversation = await ours.OpenAsync();
            await conversation.SayAsync(ours.Opening);
            await conversation.SayAsync("12");
        });
        Console.WriteLine($"Memory: {before:F0} MB at start, {ResidentMegabytes(ours):F0} MB with {conversations} conversations open (goal: under 400)");
    }

    private static double ResidentMegabytes(Ours ours)
    {
        using var process = Process.GetProcessById(ours.ProcessId);
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }
}
