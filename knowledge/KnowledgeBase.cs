using CroissanceConnectee.Knowledge.Asking;
using CroissanceConnectee.Knowledge.Reading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Knowledge;

/// <summary>
/// The articles, and answers from them. Safe for any number of threads; a question in flight while the articles change is answered
/// wholly from the articles as they were when it was asked.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly string directory;
    private readonly TimeProvider time;
    private readonly ILogger<KnowledgeBase> logger;
    private readonly Lock reloading = new();
    private string fingerprint;
    private volatile Task<Snapshot> current;

    /// <summary>
    /// Begins to read and index the folder of articles, beside whatever else is starting; everything asked meanwhile waits for it.
    /// A broken article is left out and listed in <see cref="Problems"/>.
    /// </summary>
    public KnowledgeBase(IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeBase> logger)
    {
        directory = options.Value.FullDirectory;
        this.time = time;
        this.logger = logger;
        fingerprint = ArticleFolder.Fingerprint(directory);
        current = Task.Run(Load);
    }

    /// <summary>Every article that is served, in the order of the folder.</summary>
    public IReadOnlyList<Article> Articles => Current.Articles;

    /// <summary>Why articles of the folder are not served.</summary>
    public IReadOnlyList<ArticleProblem> Problems => Current.Problems;

    /// <summary>The article with this id, or null.</summary>
    public Article? Find(string id) => Current.ById.GetValueOrDefault(id);

    /// <summary>An answer in the words of the articles, or none; never an answer about another market than the one asked about.</summary>
    public async Task<AnswerResult> AskAsync(Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = await current.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Answering(snapshot, Today).Answer(question);
    }

    // Fails as reading the folder did.
    internal Task Loaded => current;

    // What the first question would wait for: done after the start, which does not wait for it.
    internal void PrepareForQuestions() => _ = Current.Wordings;

    // Does nothing as long as no file of the folder has changed. Questions are answered from the old articles until the new ones are ready.
    internal void ReloadIfChanged()
    {
        lock (reloading)
        {
            var seen = ArticleFolder.Fingerprint(directory);
            if (seen != fingerprint)
            {
                var next = Load();
                _ = next.Wordings;
                current = Task.FromResult(next);
                fingerprint = seen;
            }
        }
    }

    private Snapshot Current => current.GetAwaiter().GetResult();

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().Date);

    private Snapshot Load()
    {
        var started = time.GetTimestamp();
        var snapshot = new Snapshot(ArticleFolder.Read(directory), Vocabulary.Instance);
        KnowledgeLog.Loaded(logger, snapshot.Articles.Count, snapshot.Entries.Count, (int)time.GetElapsedTime(started).TotalMilliseconds);
        foreach (var problem in snapshot.Problems)
        {
            KnowledgeLog.ArticleLeftOut(logger, problem.File, problem.Line, problem.Reason);
        }

        return snapshot;
    }
}
