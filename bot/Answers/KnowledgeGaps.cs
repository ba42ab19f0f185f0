using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Answers;

/// A market and a theme, how often something was missing there, and since when it was last missed.
public sealed record KnowledgeGapCount(string Market, string Theme, KnowledgeGapKind Kind, int Count, DateOnly LastDay);

public static class KnowledgeGaps
{
    /// Saved with the turn: a retry of the same message counts once.
    public static void Note(TurnContext turn, KnowledgeGapKind kind, IReadOnlyList<string> markets, string? theme)
    {
        foreach (var market in markets.DefaultIfEmpty(KnowledgeGap.Any))
        {
            turn.Data.KnowledgeGaps.Add(new KnowledgeGap
            {
                Day = DateOnly.FromDateTime(turn.Turn.At.UtcDateTime),
                Market = market,
                Theme = theme is not null && Themes.All.Contains(theme) ? theme : KnowledgeGap.Any,
                Kind = kind,
            });
        }
    }

    /// The most missed first.
    public static Task<List<KnowledgeGapCount>> CountGapsAsync(this ProductContext data, DateOnly since, CancellationToken cancellation) =>
        data.KnowledgeGaps.AsNoTracking()
            .Where(gap => gap.Day >= since)
            .GroupBy(gap => new { gap.Market, gap.Theme, gap.Kind })
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key.Market)
            .ThenBy(same => same.Key.Theme)
            .Select(same => new KnowledgeGapCount(same.Key.Market, same.Key.Theme, same.Key.Kind, same.Count(), same.Max(gap => gap.Day)))
            .ToListAsync(cancellation);
}
