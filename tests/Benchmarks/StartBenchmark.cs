using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Benchmarks;

/// From `dotnet CroissanceConnectee.Bot.dll` to the first address listened on, migrations and index included.
internal static class StartBenchmark
{
    public static async Task RunAsync()
    {
        await using var bot = await BotProcess.StartAsync();
        Console.WriteLine($"Start to ready, empty database: {bot.TimeToReady.TotalSeconds:F2} s (goal: under 2.5)");
        await bot.RestartAsync();
        Console.WriteLine($"Start to ready, second start:   {bot.TimeToReady.TotalSeconds:F2} s");
    }
}
