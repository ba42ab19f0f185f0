namespace CroissanceConnectee.Benchmarks.Knowledge;

/// One way of finding passages: ours, and the full text search of two databases.
internal interface IPassageSearch : IAsyncDisposable
{
    string Name { get; }

    /// Ids of passages, best first, ten at most.
    Task<IReadOnlyList<string>> FindAsync(string question, string language);
}
