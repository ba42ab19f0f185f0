namespace CroissanceConnectee.Bot.Answers;

/// Somebody needed to know something that the articles do not say, or do not say well enough. One row an occurrence: they are
/// counted when they are read, so that two conversations never wait for one another. Neither who nor in what words.
public sealed class KnowledgeGap
{
    /// What is asked about no market, or no theme in particular.
    public const string Any = "";

    public long Id { get; init; }

    public required DateOnly Day { get; init; }

    /// ISO 3166-1 alpha-2.
    public required string Market { get; init; }

    public required string Theme { get; init; }

    public required KnowledgeGapKind Kind { get; init; }
}

public enum KnowledgeGapKind
{
    /// There was no answer to give.
    Abstained,

    /// There was one, and it did not help.
    NotHelpful,
}
