using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Knowledge.Asking;
using CroissanceConnectee.Knowledge.Reading;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// The product's own way from the question to ranked passages, reading of the question included.
internal sealed class OurSearch(Snapshot snapshot) : IPassageSearch
{
    private const int Most = 10;

    public OurSearch(ArticleFolder folder) : this(new Snapshot(folder, Vocabulary.Instance))
    {
    }

    public string Name => "Ours (Lucene.Net)";

    public Task<IReadOnlyList<string>> FindAsync(string question, string language)
    {
        var read = snapshot.Reader.Read(new Question(question, language));
        var coverage = new Coverage(read, snapshot.Postings, snapshot.Vocabulary, snapshot.Wordings.For(read));
        var ranking = new SectionRanking(snapshot, read, coverage);
        var called = Subjects.Of(read);
        var market = read.Markets.Count > 0 ? read.Markets[0] : null;
        var sections = called.Count > 0
            ? called.SelectMany(article => ranking.Within(article, market))
            : read.Markets.DefaultIfEmpty(null).SelectMany(one => ranking.Of(one, _ => true));
        return Task.FromResult<IReadOnlyList<string>>([.. sections.OrderByDescending(section => section.Score)
            .SelectMany(section => section.PassagesInOrder()).Select(passage => passage.Entry.Passage.Id).Distinct().Take(Most)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
