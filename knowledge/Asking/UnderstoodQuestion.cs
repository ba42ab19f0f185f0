namespace CroissanceConnectee.Knowledge.Asking;

// A question after reading: what it speaks of, and where.
internal sealed record UnderstoodQuestion
{
    public required string Language { get; init; }

    // The question's words without the names of markets, folded.
    public required string Remainder { get; init; }

    public required IReadOnlyList<Concept> Concepts { get; init; }

    // Named in the question, else inherited from the conversation.
    public required IReadOnlyList<string> Markets { get; init; }

    public required bool MarketIsNamed { get; init; }

    // Named in the question, in the order of the question.
    public required IReadOnlyList<string> Themes { get; init; }

    public required string? InheritedTheme { get; init; }

    public required IReadOnlySet<string> Aspects { get; init; }

    public string? Theme => Themes.Count > 0 ? Themes[0] : InheritedTheme;
}
