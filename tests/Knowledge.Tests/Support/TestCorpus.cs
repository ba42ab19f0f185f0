using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Knowledge.Tests.Support;

// A folder of articles that a test may write to.
internal sealed class TestCorpus : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("articles-").FullName;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    // Nine small articles: three markets, three practices, a scheme, a marketplace and a story.
    public static TestCorpus Standard()
    {
        var corpus = new TestCorpus();
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus")))
        {
            File.Copy(file, Path.Combine(corpus.Directory, Path.GetFileName(file)));
        }

        return corpus;
    }

    public KnowledgeBase Load() =>
        new(Options.Create(new KnowledgeOptions { Directory = Directory }), Time, NullLogger<KnowledgeBase>.Instance);

    public string PathOf(string id) => Path.Combine(Directory, id + ".md");

    public void Write(string id, string text) => File.WriteAllText(PathOf(id), text);

    public void Edit(string id, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(id));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(id, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
