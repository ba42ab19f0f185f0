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
        var coverage = new Coverage(read, snapshot.Postings, snapshot.Vocabulary);
        var called = Subjects.Of(read);
        var market = read.Markets.Count > 0 ? read.Markets[0] : null;
        IEnumerable<Candidate> candidates = called.Count > 0
            ? called.SelectMany(article => Ranking.Within(snapshot, read, coverage, article, market)).OrderByDescending(candidate => candidate.Score)
            : read.Markets.DefaultIfEmpty().SelectMany(one => Ranking.Candidates(snapshot, read, coverage, one)).OrderByDescending(candidate => candidate.Score);
        return Task.FromResult<IReadOnlyList<string>>([.. candidates.Where(candidate => candidate.Entry.Language == "fr").Select(candidate => candidate.Entry.Passage.Id).Distinct().Take(Most)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
