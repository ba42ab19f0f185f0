namespace CroissanceConnectee.Benchmarks;

/// A server that holds dialogues, as the load sees it.
internal interface IContestant : IAsyncDisposable
{
    string Name { get; }

    /// Of the server, to ask what it costs.
    int ProcessId { get; }

    /// What begins the dialogue.
    string Opening { get; }

    Task<IConversation> OpenAsync();
}

internal interface IConversation : IAsyncDisposable
{
    /// Sends a text and gives back the choices that came with the reply.
    Task<IReadOnlyList<string>> SayAsync(string text);
}
