using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Chooses the plan: what fits the answers, most effect and least effort first, of several kinds, three to seven in all.
public static class Planning
{
    public const int Most = 7;

    /// Of one kind; a plan of seven articles to read is no plan.
    private static int MostOf(RecommendationKind kind) => kind switch
    {
        RecommendationKind.Article => 3,
        RecommendationKind.Scheme => 2,
        _ => 1,
    };

    public static IReadOnlyList<Recommendation> Choose(AnswerSheet sheet, PlanRules rules, Firm firm, IReadOnlyDictionary<string, Article> articles)
    {
        var story = StoryMatch.Nearest(articles.Values, sheet, firm, rules.Story);
        var chosen = new List<PlanRule>();
        foreach (var rule in Fitting(sheet, rules, firm, articles))
        {
            if (chosen.Count == Most - (story is null ? 0 : 1))
            {
                break;
            }

            if (chosen.Count(other => other.Kind == rule.Kind) < MostOf(rule.Kind) && chosen.TrueForAll(other => other.About is null || other.About != rule.About))
            {
                chosen.Add(rule);
            }
        }

        return [.. chosen.Select(rule => Made(rule, sheet, firm, articles))
            .Concat(story is null ? [] : [story])
            .OrderByDescending(recommendation => recommendation.Effect)
            .ThenBy(recommendation => recommendation.Effort)];
    }

    public static PlanLink LinkTo(Article article) => new(article.Id, new Wording(article.Title.Fr, article.Title.En));

    private static IEnumerable<PlanRule> Fitting(AnswerSheet sheet, PlanRules rules, Firm firm, IReadOnlyDictionary<string, Article> articles) =>
        rules.Rules
            .Where(rule => sheet.Holds(rule.When))
            .Where(rule => rule.Because.Any(id => sheet.Answer(id) is not null))
            .Where(rule => Links(rule, sheet, firm, articles).Any())
            .OrderByDescending(rule => rule.Effect)
            .ThenBy(rule => rule.Effort)
            .ThenBy(rule => sheet.Score(rule.Axis) ?? 0);

    private static Recommendation Made(PlanRule rule, AnswerSheet sheet, Firm firm, IReadOnlyDictionary<string, Article> articles)
    {
        var clauses = rule.Because
            .Where(id => sheet.Answer(id) is not null)
            .Select(id => AnswerWording.Said(sheet.Question(id), sheet.Answer(id)!));
        var markets = rule.MarketsOf is { } of && sheet.Known(of) is { } answer ? AnswerWording.Shown(sheet.Question(of), answer) : Wording.Empty;
        return new Recommendation(
            rule.Id,
            rule.Kind,
            rule.Title.Replace("markets", markets),
            rule.Text.Replace("markets", markets),
            Because.Of([.. clauses]),
            rule.Effect,
            rule.Effort,
            [.. Links(rule, sheet, firm, articles)]);
    }

    private static IEnumerable<PlanLink> Links(PlanRule rule, AnswerSheet sheet, Firm firm, IReadOnlyDictionary<string, Article> articles)
    {
        var countries = rule.MarketsOf is { } of ? sheet.Known(of)?.Choices ?? [] : [];
        var markets = countries.SelectMany(code => articles.Values.Where(article => article.Kind == ArticleKind.Market && article.Markets.Contains(code)));
        return markets
            .Concat(rule.Links.Select(articles.GetValueOrDefault).OfType<Article>())
            .Where(article => article.Scheme is null || !SchemeCheck.IsOutOfReach(article.Scheme.Conditions, firm))
            .Select(LinkTo);
    }
}
