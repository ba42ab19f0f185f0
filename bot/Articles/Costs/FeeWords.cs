using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles.Costs;

/// Fees as the pages write them.
public static class FeeWords
{
    // "Vendre en Allemagne sur OTTO Market", "Vendre sur Temu depuis la France": titles end on the name, or nearly so.
    private static readonly string[] Before = [" sur ", " avec "];
    private static readonly string[] After = [" depuis ", " : ", " (", ", "];
    private const string NotTheName = "la place de marché ";

    private static readonly string[] DelayKeys = ["payment.delay", "payment.release", "payment.reserve"];

    /// The name alone, out of the French title: a name needs no translation.
    public static string NameOf(Article marketplace)
    {
        var name = marketplace.Title.Fr;
        var start = Before.Max(word => name.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : 0);
        name = name[start..];
        var end = After.Select(word => name.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(name.Length).Min();
        return name[..end].Replace(NotTheName, "", StringComparison.Ordinal).Trim();
    }

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
