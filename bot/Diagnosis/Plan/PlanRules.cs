namespace CroissanceConnectee.Bot.Diagnoses;

/// What may be recommended, and to whom: the recommendations file of one version, checked against its questionnaire.
public sealed record PlanRules(IReadOnlyList<PlanRule> Rules, StoryRule Story, RegionalAidRule RegionalAid);

public sealed record PlanRule
{
    public required string Id { get; init; }

    public required RecommendationKind Kind { get; init; }

    /// Two rules about the same thing are never both in a plan; null: about itself.
    public string? About { get; init; }

    /// The axis that it makes better; between equals, the weakest axis goes first.
    public required string Axis { get; init; }

    public required Condition When { get; init; }

    /// 1 to 3.
    public required int Effect { get; init; }

    /// 1 to 3.
    public required int Effort { get; init; }

    public required Wording Title { get; init; }

    /// `{markets}` stands for the countries of MarketsOf.
    public required Wording Text { get; init; }

    /// The questions whose answers are the reason.
    public required IReadOnlyList<string> Because { get; init; }

    /// Knowledge articles.
    public IReadOnlyList<string> Links { get; init; } = [];

    /// The question whose countries have their own articles linked.
    public string? MarketsOf { get; init; }
}

/// How a success story of a near sector or market is put to the firm. `{firm}` and `{summary}` come from the article.
public sealed record StoryRule(IReadOnlyList<string> Markets, Wording Title, Wording Text, int Effect, int Effort);

/// Recommendation 5 of the avis 2017-1 of the Conseil national du numérique, as figures.
public sealed record RegionalAidRule(decimal Rate, decimal Min, decimal Max, int HeadcountBelow, string Budget, Condition PurePlayer, string Article);
