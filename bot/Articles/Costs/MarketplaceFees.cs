using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles.Costs;

/// What an estimate would need and the article does not say.
public enum MissingFee
{
    Commission,
    LowestCommission,
    HighestCommission,
    Subscription,
}

/// A share of the sales, or an amount; from the facts that say so.
public sealed record Fee(decimal Low, decimal High, string? Currency, IReadOnlyList<Fact> Facts);

/// The fees of one marketplace that hold on a day, read from its facts: only those whose key says how they are counted.
public sealed record MarketplaceFees
{
    private const string Percent = "%";
    private const int MonthsInAYear = 12;

    // Each adds up with the commission.
    private static readonly string[] SharesOfSales = ["fee.payment", "fee.technology", "fee.handling", "fee.regulatory"];

    private static readonly string[] PerOrderKeys = ["fee.per-order", "fee.order"];

    public Fee? Commission { get; private init; }

    public IReadOnlyList<Fee> OtherShares { get; private init; } = [];

    public IReadOnlyList<Fee> PerOrder { get; private init; } = [];

    public Fee? Subscription { get; private init; }

    public IReadOnlyList<MissingFee> Missing { get; private init; } = [];

    /// Fees that depend on more than a basket and a number of orders: said, not counted.
    public IReadOnlyList<Fact> NotCounted { get; private init; } = [];

    /// Facts that held once, and that nothing has replaced.
    public IReadOnlyList<Fact> Expired { get; private init; } = [];

    /// Several facts may say the same thing: the one in the wanted currency counts, else the most recent.
    public static MarketplaceFees Of(Article marketplace, DateOnly today, string currency)
    {
        var all = marketplace.Facts.Where(fact => fact.Key.StartsWith("fee.", StringComparison.Ordinal)).ToList();
        var current = all.Where(fact => fact.ValidityOn(today) == FactValidity.Current)
            .OrderByDescending(fact => Money.CurrencyOf(fact.Unit) == currency).ThenByDescending(fact => fact.AsOf).ToList();
        var commission = CommissionOf(current);
        var subscription = SubscriptionOf(current);
        var shares = SharesOfSales.Select(key => Share(current, key)).OfType<Fact>().Select(fact => new Fee(fact.Number!.Value, fact.Number.Value, null, [fact])).ToList();
        var perOrder = PerOrderKeys.Select(key => Amount(current, key)).OfType<Fact>().Select(Fixed).ToList();
        if (Amount(current, "fee.transaction-min") is { } least && Amount(current, "fee.transaction-max") is { } most && least.Unit == most.Unit)
        {
            perOrder.Add(new Fee(least.Number!.Value, most.Number!.Value, Money.CurrencyOf(least.Unit), [least, most]));
        }

        var used = new[] { commission, subscription }.OfType<Fee>().Concat(shares).Concat(perOrder).SelectMany(fee => fee.Facts).Select(fact => fact.Key).ToHashSet();
        return new MarketplaceFees
        {
            Commission = commission,
            OtherShares = shares,
            PerOrder = perOrder,
            Subscription = subscription,
            Missing = [.. MissingOf(current, commission, subscription)],
            NotCounted = [.. current.Where(fact => !used.Contains(fact.Key) && !fact.Key.StartsWith("fee.commission-", StringComparison.Ordinal)).DistinctBy(fact => fact.Key)],
            Expired = [.. all.Where(fact => fact.ValidityOn(today) == FactValidity.Expired && current.TrueForAll(other => other.Key != fact.Key))],
        };
    }

    private static Fee? CommissionOf(List<Fact> facts)
    {
        var usual = Share(facts, "fee.commission-usual") ?? Share(facts, "fee.commission-average");
        var ends = new[] { Share(facts, "fee.commission-min") ?? usual, Share(facts, "fee.commission-max") ?? usual }.OfType<Fact>().Distinct().ToList();
        return ends.Count == 0 ? null : new Fee(ends.Min(fact => fact.Number!.Value), ends.Max(fact => fact.Number!.Value), null, ends);
    }

    private static Fee? SubscriptionOf(List<Fact> facts)
    {
        if (Amount(facts, "fee.subscription") is { } monthly)
        {
            return SaysYearly(monthly) ? Monthly(monthly) : Fixed(monthly);
        }

        return Amount(facts, "fee.subscription-yearly") is { } yearly ? Monthly(yearly) : null;
    }

    private static IEnumerable<MissingFee> MissingOf(List<Fact> facts, Fee? commission, Fee? subscription)
    {
        if (commission is null)
        {
            yield return MissingFee.Commission;
        }
        else if (Share(facts, "fee.commission-usual") is null && Share(facts, "fee.commission-average") is null)
        {
            if (Share(facts, "fee.commission-min") is null)
            {
                yield return MissingFee.LowestCommission;
            }

            if (Share(facts, "fee.commission-max") is null)
            {
                yield return MissingFee.HighestCommission;
            }
        }

        if (subscription is null)
        {
            yield return MissingFee.Subscription;
        }
    }

    // The key does not say the period; a few marketplaces are paid by the year, and their label says so.
    private static bool SaysYearly(Fact fact) => fact.Label.Fr.Contains("annuel", StringComparison.OrdinalIgnoreCase);

    private static Fee Monthly(Fact yearly) =>
        new(yearly.Number!.Value / MonthsInAYear, yearly.Number.Value / MonthsInAYear, Money.CurrencyOf(yearly.Unit), [yearly]);

    private static Fee Fixed(Fact fact) => new(fact.Number!.Value, fact.Number.Value, Money.CurrencyOf(fact.Unit), [fact]);

    private static Fact? Share(List<Fact> facts, string key) => facts.Find(fact => fact.Key == key && fact is { Number: not null, Unit: Percent });

    private static Fact? Amount(List<Fact> facts, string key) =>
        facts.Find(fact => fact.Key == key && fact.Number is not null && Money.CurrencyOf(fact.Unit) is not null);
}
