using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Articles.Costs;

/// An amount between two ends, in one currency (ISO 4217). Amounts of two currencies are never added: no rate of exchange is known here.
public sealed record Money(string Currency, decimal Low, decimal High)
{
    // Below this a cent matters.
    private const decimal RoundFrom = 100;

    public static Money operator +(Money one, Money other) => one.Currency == other.Currency
        ? new Money(one.Currency, one.Low + other.Low, one.High + other.High)
        : throw new InvalidOperationException($"{one.Currency} and {other.Currency} do not add up.");

    /// The currency that a fact's unit is, or null when it is none.
    public static string? CurrencyOf(string? unit) => unit switch
    {
        "€" => "EUR",
        "£" => "GBP",
        "$" => "USD",
        "FCFA" => "XOF",
        { Length: 3 } code when code.All(char.IsAsciiLetterUpper) => code,
        _ => null,
    };

    public string In(Language language) => Low == High ? Write(Low, language) : $"{Write(Low, language)} – {Write(High, language)}";

    private string Write(decimal amount, Language language)
    {
        var cents = amount != decimal.Round(amount) && amount < RoundFrom;
        var number = language.Bound(amount.ToString(cents ? "N2" : "N0", language.Culture()));
        return (Currency, language) switch
        {
            ("EUR", Language.English) => $"€{number}",
            ("EUR", _) => $"{number}\u00A0€",
            _ => $"{number}\u00A0{Currency}",
        };
    }
}
