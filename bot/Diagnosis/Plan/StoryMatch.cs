using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The success story nearest to a firm: its sector first, then its countries. None is better than a far one.
public static class StoryMatch
{
    private const int SectorCounts = 3;

    public static Recommendation? Nearest(IEnumerable<Article> articles, AnswerSheet sheet, Firm firm, StoryRule rule)
    {
        var markets = rule.Markets.Where(id => sheet.Known(id) is not null).ToList();
        var codes = markets.SelectMany(id => sheet.Known(id)!.Choices).ToHashSet();
        var best = articles
            .Where(article => article.Story is not null)
            .Select(article => (Article: article, Story: article.Story!, Shared: article.Story!.Markets.Count(codes.Contains)))
            .Select(candidate => (candidate.Article, candidate.Story, candidate.Shared, SameSector: firm.Sectors.Contains(candidate.Story.Sector)))
            .Where(candidate => candidate.SameSector || candidate.Shared > 0)
            .OrderByDescending(candidate => (candidate.SameSector ? SectorCounts : 0) + candidate.Shared)
            .ThenBy(candidate => candidate.Article.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best.Article is null)
        {
            return null;
        }

        var activity = best.SameSector ? Firm.Asking(sheet, RegisterField.Activity) : null;
        var market = best.Shared > 0 ? markets.Find(id => sheet.Known(id)!.Choices.Intersect(best.Story.Markets).Any()) : null;
        var reasons = new[] { activity?.Id, market }.OfType<string>().Select(id => AnswerWording.Said(sheet.Question(id), sheet.Known(id)!));
        var firmName = new Wording(best.Story.Firm, best.Story.Firm);
        return new Recommendation(
            $"story-{best.Article.Id}",
            RecommendationKind.Story,
            rule.Title.Replace("firm", firmName),
            rule.Text.Replace("firm", firmName).Replace("summary", new Wording(best.Article.Summary.Fr, best.Article.Summary.En)),
            Because.Of([.. reasons]),
            rule.Effect,
            rule.Effort,
            [Planning.LinkTo(best.Article)]);
    }
}

public static class Because
{
    /// "Parce que vous avez dit que … et que …", from clauses.
    public static Wording Of(IReadOnlyCollection<Wording> clauses) =>
        Wording.Of(nameof(DiagnosisTexts.BecauseYouSaid)).Format(Wording.Join(
            [.. clauses.Select((clause, index) => index == 0 ? clause : Wording.Of(nameof(DiagnosisTexts.AndThat)).Format(clause))]));
}
