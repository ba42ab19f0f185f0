using CroissanceConnectee.Benchmarks;
using CroissanceConnectee.Benchmarks.Knowledge;
using CroissanceConnectee.Benchmarks.Phone;

// dotnet run -c Release --project tests/Benchmarks -- [dialogue|memory|start|knowledge|phone|fit]
var wanted = args.FirstOrDefault() ?? "all";
if (wanted is "all" or "start")
{
    await StartBenchmark.RunAsync();
}

if (wanted is "all" or "dialogue")
{
    await DialogueBenchmark.RunAsync(conversations: 50, TimeSpan.FromSeconds(20));
}

if (wanted is "all" or "memory")
{
    await MemoryBenchmark.RunAsync(conversations: 10_000);
}

if (wanted is "all" or "knowledge")
{
    await KnowledgeBenchmark.RunAsync();
}

if (wanted is "all" or "phone")
{
    await PhoneBenchmark.RunAsync();
}

if (wanted is "fit")
{
    RankingFit.Run();
}
