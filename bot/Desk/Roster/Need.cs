namespace CroissanceConnectee.Bot.Desk;

/// What a firm wants a person for, in the codes of the roster. Null or empty where it is not known: nothing is then asked of experts.
public sealed record Need
{
    public string? Theme { get; init; }

    public IReadOnlyList<string> Markets { get; init; } = [];

    public string? Sector { get; init; }

    public string? Language { get; init; }

    public string? Region { get; init; }

    /// The level that suits the firm: a connector to find out, an expert to go ahead.
    public ExpertKind? Level { get; init; }

    public required ExpertChannel Channel { get; init; }

    /// The day in Paris on which it is given to somebody.
    public required DateOnly Day { get; init; }
}

/// An expert as he or she stands now.
public sealed record Candidate(Expert Expert, int Load, DateTimeOffset? LastGivenAt);
