using System.Diagnostics;
using System.Globalization;
using CroissanceConnectee.Knowledge.Asking;
using CroissanceConnectee.Knowledge.Reading;
using CroissanceConnectee.Knowledge.Tests.Judged;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// The knowledge base beside SQLite FTS5 and PostgreSQL: same passages, same questions, one run. Then ours alone on many passages.
internal static class KnowledgeBenchmark
{
    private const int Replicated = 5_000;
    private const int Synthetic = 100_000;
    private const int Rounds = 5;
    private const int At = 10;

    private static readonly List<JudgedQuestion> Questions = [.. JudgedQuestion.Read("questions.yml").Where(question => question is { Refuse: false, Markets.Count: 0, Theme: null })];

    public static async Task RunAsync()
    {
        var real = Corpus.Real();
        await using var cluster = await PostgresCluster.StartAsync();
        if (cluster is null)
        {
            Console.WriteLine("PostgreSQL is not there: apt-get install -y postgresql");
        }

        Console.WriteLine($"{Corpus.Count(real.Articles)} passages, {Questions.Count} judged questions");
        await CompareAsync(real, cluster, withQuality: true);
        var more = Corpus.Replicated(real, Replicated);
        Console.WriteLine($"{Corpus.Count(more.Articles)} passages (copies)");
        await CompareAsync(more, cluster, withQuality: false);
        await ManyAsync(real);
    }

    private static async Task CompareAsync(ArticleFolder folder, PostgresCluster? cluster, bool withQuality)
    {
        var passages = IndexedPassage.Of(folder.Articles).ToList();
        var results = new List<Result>();
        await using (var ours = new OurSearch(folder))
        {
            results.Add(await MeasureAsync(ours, passages));
        }

        await using (var sqlite = await SqliteSearch.LoadAsync(passages))
        {
            results.Add(await MeasureAsync(sqlite, passages));
        }

        if (cluster is not null)
        {
            await using var postgres = await PostgresSearch.LoadAsync(cluster, passages);
            results.Add(await MeasureAsync(postgres, passages));
        }

        foreach (var result in results)
        {
            var quality = withQuality ? Invariant($"   clean R@5 {result.CleanRecall:F3} nDCG@10 {result.Clean:F3}   noisy R@5 {result.NoisyRecall:F3} nDCG@10 {result.Noisy:F3} (loses {result.Clean - result.Noisy:F3})") : "";
            Console.WriteLine(Invariant($"{result.Name,-26} p50 {result.Median,7:F2} ms  p99 {result.P99,7:F2} ms  p99 {result.P99 / results[0].P99,5:F1} times ours{quality}"));
        }
    }

    private static async Task<Result> MeasureAsync(IPassageSearch search, List<IndexedPassage> passages)
    {
        var relevant = passages.ToLookup(passage => passage.Id[..passage.Id.LastIndexOf('-')], passage => passage.Id);
        var (clean, cleanRecall) = await QualityAsync(search, relevant, question => question.Ask);
        var (noisy, noisyRecall) = await QualityAsync(search, relevant, question => Noise.On(question.Ask, question.Ask.Length));
        var (median, p99) = await LatencyAsync(search);
        return new Result(search.Name, clean, cleanRecall, noisy, noisyRecall, median, p99);
    }

    private static async Task<(double Ndcg, double Recall)> QualityAsync(IPassageSearch search, ILookup<string, string> relevant, Func<JudgedQuestion, string> ask)
    {
        var (gains, recalls, counted) = (0.0, 0.0, 0);
        foreach (var question in Questions)
        {
            var right = question.Right.Concat(question.All).SelectMany(section => relevant[section]).ToHashSet();
            if (right.Count == 0)
            {
                continue;
            }

            var found = await search.FindAsync(ask(question), Language(question));
            gains += found.Take(At).Select((id, rank) => right.Contains(id) ? Discount(rank) : 0).Sum() / Enumerable.Range(0, Math.Min(At, right.Count)).Sum(Discount);

            // One of the passages that answer among the first five: what a reader needs.
            recalls += found.Take(5).Any(right.Contains) ? 1 : 0;
            counted++;
        }

        return (gains / counted, recalls / counted);
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 2);

    private static async Task<(double Median, double P99)> LatencyAsync(IPassageSearch search)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var question in Questions)
            {
                var started = Stopwatch.GetTimestamp();
                await search.FindAsync(question.Ask, Language(question));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            if (round == 0)
            {
                // Compiled and cached now.
                times.Clear();
            }
        }

        times.Sort();
        return (times[times.Count / 2], times[(int)(0.99 * (times.Count - 1))]);
    }

    private static async Task ManyAsync(ArticleFolder real)
    {
        var folder = Corpus.Synthetic(real, Synthetic);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var snapshot = new Snapshot(folder, Vocabulary.Instance);
        var built = Stopwatch.GetElapsedTime(started);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        await using var ours = new OurSearch(snapshot);
        var (median, p99) = await LatencyAsync(ours);
        Console.WriteLine(Invariant($"{Corpus.Count(folder.Articles)} synthetic passages: built in {built.TotalSeconds:F1} s, index {snapshot.Passages.SizeInBytes / 1048576.0:F0} MB, all of it {memory / 1048576.0:F0} MB, p50 {median:F2} ms, p99 {p99:F2} ms"));
    }

    private static string Language(JudgedQuestion question) => question.Style == "english" ? "en" : "fr";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Result(string Name, double Clean, double CleanRecall, double Noisy, double NoisyRecall, double Median, double P99);
}
