using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles;

/// The conditions and the money of a scheme in one sentence each, from its data.
public static class SchemeWords
{
    public static string Conditions(SchemeDetails scheme, ArticleWords words)
    {
        var conditions = scheme.Conditions;
        if (conditions.HeadcountMax == 0)
        {
            // How an article says that nobody can have it any more.
            return ArticleTexts.SchemeClosed;
        }

        List<string?> said =
        [
            Range(conditions.HeadcountMin, conditions.HeadcountMax, ArticleTexts.HeadcountRange, ArticleTexts.HeadcountFrom, ArticleTexts.HeadcountTo, words),
            Range(conditions.TurnoverMin, conditions.TurnoverMax, ArticleTexts.TurnoverRange, ArticleTexts.TurnoverFrom, ArticleTexts.TurnoverTo, words),
            conditions.Regions.Count > 0 ? words.Say(ArticleTexts.OnlyRegions, string.Join(", ", conditions.Regions)) : null,
            conditions.Sectors.Count > 0 ? words.Say(ArticleTexts.OnlySectors, string.Join(", ", conditions.Sectors.Select(words.Sector))) : null,
            conditions.ExcludesPurePlayers ? ArticleTexts.NoPurePlayers : null,
        ];
        var known = said.OfType<string>().ToList();
        return known.Count > 0 ? string.Join(" · ", known) : ArticleTexts.NoKnownCondition;
    }

    /// Null when the article gives no figure.
    public static string? Amount(SchemeAmount amount, ArticleWords words)
    {
        var unit = amount.Unit ?? "€";
        var sum = Range(amount.Min, amount.Max, ArticleTexts.AmountRange, ArticleTexts.AmountFrom, ArticleTexts.AmountTo, words, unit);
        var rate = amount.Rate is { } share ? words.Say(ArticleTexts.AmountRate, share) : null;
        return sum is null && rate is null ? null : string.Join(", ", new[] { rate, sum }.OfType<string>());
    }

    private static string? Range(decimal? min, decimal? max, string both, string from, string to, ArticleWords words, string unit = "") => (min, max) switch
    {
        ({ } low, { } high) => words.Say(both, low, high, unit),
        ({ } low, null) => words.Say(from, low, unit),
        (null, { } high) => words.Say(to, high, unit),
        _ => null,
    };
}
