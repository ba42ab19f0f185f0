using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles.Costs;

/// What a firm sells in a month: so many orders of so much.
public sealed record Sales(decimal Basket, int Orders, string Currency)
{
    public decimal Turnover => Basket * Orders;
}

/// What a marketplace takes in a month from a firm's sales. Each part is null or empty where the article does not say it.
public sealed record CostEstimate
{
    public required Article Marketplace { get; init; }

    public required MarketplaceFees Fees { get; init; }

    public required Money? Commission { get; init; }

    public required Money? OtherShares { get; init; }

    public required IReadOnlyList<Money> PerOrder { get; init; }

    public required Money? Subscription { get; init; }

    /// One sum a currency, the currency of the sales first. Without a commission there is no sum worth saying.
    public required IReadOnlyList<Money> Total { get; init; }

    /// Percentage of the sales; null when part of the cost is in another currency.
    public required (decimal Low, decimal High)? Share { get; init; }

    public static CostEstimate Of(Article marketplace, Sales sales, DateOnly today)
    {
        var fees = MarketplaceFees.Of(marketplace, today, sales.Currency);
        var commission = fees.Commission is { } rate ? ShareOf(sales, rate) : null;
        var others = fees.OtherShares.Count == 0 ? null : fees.OtherShares.Select(share => ShareOf(sales, share)).Aggregate((one, other) => one + other);
        List<Money> perOrder = [.. fees.PerOrder.Select(fee => new Money(fee.Currency!, fee.Low * sales.Orders, fee.High * sales.Orders))];
        var subscription = fees.Subscription is { } monthly ? new Money(monthly.Currency!, monthly.Low, monthly.High) : null;
        List<Money> total = commission is null ? [] : Sum([commission, .. new[] { others, subscription }.OfType<Money>(), .. perOrder]);
        return new CostEstimate
        {
            Marketplace = marketplace,
            Fees = fees,
            Commission = commission,
            OtherShares = others,
            PerOrder = Sum(perOrder),
            Subscription = subscription,
            Total = total,
            Share = total is [var only] && sales.Turnover > 0 ? (100 * only.Low / sales.Turnover, 100 * only.High / sales.Turnover) : null,
        };
    }

    private static Money ShareOf(Sales sales, Fee share) =>
        new(sales.Currency, sales.Turnover * share.Low / 100, sales.Turnover * share.High / 100);

    // Nothing of a second currency is nothing to say.
    private static List<Money> Sum(IEnumerable<Money> amounts) =>
    [
        .. amounts.GroupBy(amount => amount.Currency)
            .Select(same => same.Aggregate((one, other) => one + other))
            .Where((sum, at) => at == 0 || sum.High > 0),
    ];
}
