using System.Globalization;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles.Costs;

/// The form of the comparison as it came in an address, where anybody can write anything.
public sealed record CostForm
{
    public const string Path = ArticleAddress.Marketplaces + "/comparer";

    public const int MostMarketplaces = 4;

    /// More than this is a slip of the keyboard, and the product of both still fits.
    public const decimal MostBasket = 1_000_000;
    public const int MostOrders = 1_000_000;

    public static IReadOnlyList<string> Currencies { get; } = ["EUR", "GBP", "USD", "CHF", "PLN", "SEK", "DKK", "NOK", "CZK", "HUF", "RON", "CAD", "AUD", "JPY"];

    /// As typed, for showing it again.
    public required string Basket { get; init; }

    public required string Orders { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<Article> Marketplaces { get; init; }

    /// More were asked for than stand side by side.
    public required bool TooMany { get; init; }

    public required bool WasSent { get; init; }

    public decimal? BasketValue => Number(Basket) is > 0 and <= MostBasket and var value ? value : null;

    public int? OrdersValue => Number(Orders) is >= 1 and <= MostOrders and var value && value == decimal.Truncate(value) ? (int)value : null;

    /// Null until both figures make sense.
    public Sales? Sales => BasketValue is { } basket && OrdersValue is { } orders ? new Sales(basket, orders, Currency) : null;

    public static CostForm Read(string? basket, string? orders, string? currency, IEnumerable<string?> marketplaces, KnowledgeBase knowledge)
    {
        var chosen = marketplaces.OfType<string>().Distinct().Select(knowledge.Find).Where(article => article?.Marketplace is not null).OfType<Article>().ToList();
        return new CostForm
        {
            Basket = Short(basket),
            Orders = Short(orders),
            Currency = Currencies.FirstOrDefault(known => known == currency) ?? Currencies[0],
            Marketplaces = [.. chosen.Take(MostMarketplaces)],
            TooMany = chosen.Count > MostMarketplaces,
            WasSent = basket is not null || orders is not null,
        };
    }

    /// "49,90", "49.90", "1 200", "1.200,50": the last sign of the two is the decimal one when it comes before one or two digits.
    public static decimal? Number(string typed)
    {
        var text = new string([.. typed.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('\u00A0' or '\u202F' or '€'))]);
        var mark = text.LastIndexOfAny([',', '.']);
        var isDecimal = mark >= 0 && text.Length - mark - 1 is 1 or 2;
        var whole = (isDecimal ? text[..mark] : text).Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(isDecimal ? $"{whole}.{text[(mark + 1)..]}" : whole, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // Nobody types forty digits; what is longer is cut before it is read or shown again.
    private static string Short(string? typed) => typed is null ? "" : typed.Length <= 20 ? typed : typed[..20];
}
