using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles.Costs;

/// Fees as the pages write them.
public static class FeeWords
{
    private static readonly string[] DelayKeys = ["payment.delay", "payment.release", "payment.reserve"];

    public static string Percent(decimal low, decimal high, Language language)
    {
        var (from, to) = (low.ToString("0.##", language.Culture()), high.ToString("0.##", language.Culture()));
        var sign = language == Language.French ? "\u00A0%" : "%";
        return from == to ? from + sign : string.Format(language.Culture(), ArticleTexts.ResourceManager.GetString(nameof(ArticleTexts.PercentRange), language.Culture())!, from, to);
    }

    /// How long a seller waits for the money, when a fact says it.
    public static Fact? PaymentDelay(Article marketplace, DateOnly today) => marketplace.Facts
        .Where(fact => DelayKeys.Contains(fact.Key) && fact.ValidityOn(today) == FactValidity.Current)
        .OrderByDescending(fact => fact.AsOf)
        .FirstOrDefault();

    public static string Say(MissingFee missing) => missing switch
    {
        MissingFee.Commission => ArticleTexts.MissingCommission,
        MissingFee.LowestCommission => ArticleTexts.MissingLowest,
        MissingFee.HighestCommission => ArticleTexts.MissingHighest,
        _ => ArticleTexts.MissingSubscription,
    };
}
