using CroissanceConnectee.Knowledge.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CroissanceConnectee.Knowledge.Tests;

public sealed class ReloadTests : IAsyncDisposable
{
    private readonly TestCorpus corpus = TestCorpus.Standard();
    private readonly ServiceProvider services;

    public ReloadTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(corpus.Time)
        .Configure<KnowledgeOptions>(options => options.Directory = corpus.Directory)
        .AddKnowledge()
        .BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        corpus.Dispose();
    }

    [Fact]
    public async Task EditedArticleIsServedAtTheNextLook()
    {
        var (knowledge, watch) = await StartAsync();
        corpus.Edit("espagne", "value: 21", "value: 22");

        var rate = await LookUntilAsync(() => knowledge.Find("espagne")!.Facts[0].Number is 22);

        Assert.True(rate);
        Assert.Equal("22\u00a0%", (await AskAsync(knowledge, "taux de TVA en Espagne")).AsAnswer().Facts[0].Fact.Display("fr"));
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    // Lucene keeps values a thread: an index that was replaced must go with its last question all the same.
    [Fact]
    public async Task FiftyReloadsKeepNothingOfTheArticlesThatTheyReplaced()
    {
        var knowledge = corpus.Load();
        var replaced = new List<WeakReference>();
        for (var edit = 0; edit < 50; edit++)
        {
            replaced.Add(new WeakReference(knowledge.Articles));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskAsync(knowledge, "comment payent les Allemands"))));
            File.SetLastWriteTimeUtc(corpus.PathOf("espagne"), corpus.Time.GetUtcNow().UtcDateTime.AddMinutes(edit));
            knowledge.ReloadIfChanged();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // The last ones may still be on some thread's stack.
        Assert.InRange(replaced.Count(articles => articles.IsAlive), 0, 5);
    }

    [Fact]
    public async Task NewArticleComesAndADeletedOneGoes()
    {
        var (knowledge, watch) = await StartAsync();
        File.Delete(corpus.PathOf("suisse"));
        corpus.Write("portugal", (await File.ReadAllTextAsync(corpus.PathOf("espagne"), TestContext.Current.CancellationToken))
            .Replace("id: espagne", "id: portugal", StringComparison.Ordinal).Replace("[ES]", "[PT]", StringComparison.Ordinal));

        var changed = await LookUntilAsync(() => knowledge.Find("portugal") is not null);

        Assert.True(changed);
        Assert.Null(knowledge.Find("suisse"));
        Assert.Equal("portugal", (await AskAsync(knowledge, "taux de TVA au Portugal")).AsAnswer().Facts[0].ArticleId);
        Assert.Equal(NoAnswerReason.MarketNotCovered, Assert.IsType<NoAnswer>(await AskAsync(knowledge, "taux de TVA en Suisse")).Reason);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ArticleBrokenWhileServingGoesAloneAndComesBackWhenMended()
    {
        var (knowledge, watch) = await StartAsync();
        corpus.Edit("espagne", "kind: market", "kind: nothing");
        var left = await LookUntilAsync(() => knowledge.Find("espagne") is null);
        var problem = Assert.Single(knowledge.Problems);

        corpus.Edit("espagne", "kind: nothing", "kind: market");
        var back = await LookUntilAsync(() => knowledge.Find("espagne") is not null);

        Assert.True(left && back);
        Assert.Equal("espagne.md", problem.File);
        Assert.Empty(knowledge.Problems);
        Assert.NotNull(knowledge.Find("allemagne"));
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void FolderThatHasNotChangedIsNotReadAgain()
    {
        var knowledge = corpus.Load();
        var before = knowledge.Articles;

        knowledge.ReloadIfChanged();

        Assert.Same(before, knowledge.Articles);
    }

    [Fact]
    public async Task QuestionsDuringReloadsAreAnsweredFromOneStateOfTheArticles()
    {
        var knowledge = corpus.Load();
        using var stop = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var seen = new HashSet<string>();
            do
            {
                var answer = (await AskAsync(knowledge, "taux de TVA en Espagne")).AsAnswer();
                var stated = answer.Facts.First(fact => fact.Fact.Key == "vat.standard").Fact.Display("fr");
                Assert.Contains(stated.Replace('\u00a0', ' '), answer.Text(), StringComparison.Ordinal);
                seen.Add(stated);
            }
            while (!stop.IsCancellationRequested);

            return seen;
        })).ToList();

        var rate = 21;
        for (var edit = 0; edit < 8; edit++)
        {
            var text = await File.ReadAllTextAsync(corpus.PathOf("espagne"), TestContext.Current.CancellationToken);
            corpus.Write("espagne", text.Replace($"value: {rate},", $"value: {rate + 1},", StringComparison.Ordinal).Replace($"de {rate} %", $"de {rate + 1} %", StringComparison.Ordinal));
            rate++;
            File.SetLastWriteTimeUtc(corpus.PathOf("espagne"), corpus.Time.GetUtcNow().UtcDateTime.AddSeconds(edit));
            knowledge.ReloadIfChanged();
        }

        await stop.CancelAsync();
        var states = (await Task.WhenAll(asking)).SelectMany(seen => seen).Distinct().ToList();
        Assert.Equal("29\u00a0%", (await AskAsync(knowledge, "taux de TVA en Espagne")).AsAnswer().Facts[0].Fact.Display("fr"));
        Assert.True(states.Count > 1, "no reload happened while questions were asked");
    }

    [Fact]
    public async Task WatchThatIsTurnedOffNeverLooks()
    {
        using var own = TestCorpus.Standard();
        await using var off = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(own.Time)
            .Configure<KnowledgeOptions>(options => (options.Directory, options.LookEvery) = (own.Directory, TimeSpan.Zero))
            .AddKnowledge().BuildServiceProvider();
        var watch = (BackgroundService)off.GetRequiredService<IHostedService>();
        await watch.StartAsync(TestContext.Current.CancellationToken);

        await watch.ExecuteTask!;

        Assert.True(watch.ExecuteTask.IsCompletedSuccessfully);
    }

    private async Task<(KnowledgeBase Knowledge, IHostedService Watch)> StartAsync()
    {
        var watch = services.GetRequiredService<IHostedService>();
        await watch.StartAsync(TestContext.Current.CancellationToken);
        return (services.GetRequiredService<KnowledgeBase>(), watch);
    }

    // The watch runs on its own thread: each look is given real time to end.
    private async Task<bool> LookUntilAsync(Func<bool> done)
    {
        for (var look = 0; look < 200 && !done(); look++)
        {
            corpus.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return done();
    }

    private static Task<AnswerResult> AskAsync(KnowledgeBase knowledge, string text) =>
        knowledge.AskAsync(new Question(text), TestContext.Current.CancellationToken);
}
