namespace CroissanceConnectee.Knowledge.Asking;

// A question after reading: what it speaks of, and where.
internal sealed record UnderstoodQuestion
{
    public required string Language { get; init; }

    // The question's words without the names of markets, folded.
    public required string Remainder { get; init; }

    public required IReadOnlyList<Concept> Concepts { get; init; }

    // Articles called by their names.
    public required IReadOnlySet<Article> Called { get; init; }

    // Countries without an article, by name.
    public required IReadOnlyList<string> Elsewhere { get; init; }

    // "Dans quels pays ?" is answered by a list of them.
    public required bool AsksCountries { get; init; }

    // Where the answer is looked for is known: what else is said counts less.
    public bool IsAnchored => Called.Count > 0 || Markets.Count > 0;

    // Named in the question, else inherited from the conversation.
    public required IReadOnlyList<string> Markets { get; init; }

    public required bool MarketIsNamed { get; init; }

    // Named in the question, in the order of the question.
    public required IReadOnlyList<string> Themes { get; init; }

    public required string? InheritedTheme { get; init; }

    public required IReadOnlySet<string> Aspects { get; init; }

    // The conversation already is about something that the question does not name.
    public bool IsFollowUp => InheritedTheme is not null || (Markets.Count > 0 && !MarketIsNamed);

    // More is asked than the words with a meaning say: "qu'est-il arrivé à…".
    public bool SaysMoreThanItsWords => IsFollowUp || Aspects.Any(aspect => aspect != Knowledge.Themes.Definition);

    public string? Theme => Themes.Count > 0 ? Themes[0] : InheritedTheme;
}
