namespace CroissanceConnectee.Knowledge;

/// <summary>What an article describes.</summary>
public enum ArticleKind
{
    Market,
    Scheme,
    Practice,
    Marketplace,
    Story,
}

/// <summary>One article without a known defect: every passage and fact has its source, every anchor and theme is known.</summary>
public sealed record Article
{
    public required string Id { get; init; }
    public required ArticleKind Kind { get; init; }
    public required LocalizedText Title { get; init; }
    public required LocalizedText Summary { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes; empty when the article holds everywhere.</summary>
    public required IReadOnlyList<string> Markets { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }
    public required IReadOnlyList<string> Sectors { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }
    public required DateOnly ReviewBy { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }
    public required IReadOnlyList<CuratedQuestion> Questions { get; init; }
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Present exactly when <see cref="Kind"/> is Scheme.</summary>
    public SchemeDetails? Scheme { get; init; }

    /// <summary>Present exactly when <see cref="Kind"/> is Marketplace.</summary>
    public MarketplaceDetails? Marketplace { get; init; }

    /// <summary>Present exactly when <see cref="Kind"/> is Story.</summary>
    public StoryDetails? Story { get; init; }
}

/// <summary>Wordings of a question that one section of the article answers.</summary>
public sealed record CuratedQuestion(string Section, IReadOnlyList<string> Ask);
