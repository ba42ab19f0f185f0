namespace CroissanceConnectee.Knowledge.Tests.Support;

// The standard corpus, loaded once for all the tests of a class that only ask.
public sealed class StandardKnowledge : IDisposable
{
    private readonly TestCorpus corpus = TestCorpus.Standard();

    public StandardKnowledge() => Base = corpus.Load();

    public KnowledgeBase Base { get; }

    public void Dispose() => corpus.Dispose();

    public async Task<AnswerResult> AskAsync(string text, string language = "fr", string? market = null, string? theme = null) =>
        await Base.AskAsync(new Question(text, language) { Markets = market is null ? [] : [market], Theme = theme }, TestContext.Current.CancellationToken);

    public async Task<Answer> AnswerAsync(string text, string language = "fr", string? market = null, string? theme = null) =>
        Assert.IsType<Answer>(await AskAsync(text, language, market, theme));

    public async Task<NoAnswer> NoAnswerAsync(string text, string language = "fr", string? market = null, string? theme = null) =>
        Assert.IsType<NoAnswer>(await AskAsync(text, language, market, theme));
}
