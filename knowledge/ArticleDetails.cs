namespace CroissanceConnectee.Knowledge;

/// <summary>What a program can test of a support scheme; a null or empty condition asks nothing.</summary>
public sealed record SchemeDetails(string Provider, string Category, SchemeAmount Amount, SchemeConditions Conditions, Uri Apply);

/// <summary>What is known of the money: <paramref name="Rate"/> is a percentage of the expense.</summary>
public sealed record SchemeAmount(decimal? Min, decimal? Max, string? Unit, decimal? Rate);

/// <summary>Who may have the scheme.</summary>
public sealed record SchemeConditions
{
    public int? HeadcountMin { get; init; }
    public int? HeadcountMax { get; init; }
    public decimal? TurnoverMin { get; init; }
    public decimal? TurnoverMax { get; init; }
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public bool ExcludesPurePlayers { get; init; }
}

/// <summary>Where a marketplace sells, and what; countries are ISO 3166-1 alpha-2 codes. No two bear the same name.</summary>
public sealed record MarketplaceDetails(
    string Name, IReadOnlyList<string> Countries, IReadOnlyList<string> Categories, IReadOnlyList<string> Languages, Uri Site);

/// <summary>The firm of a success story.</summary>
public sealed record StoryDetails(string Firm, string Sector, IReadOnlyList<string> Markets, string? Region);
