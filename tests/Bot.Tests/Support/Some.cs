using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Tests.Support;

/// Articles as plain values, with only what a test is about.
internal static class Some
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Source Source(string id = "source") => new(id, $"Source {id}", new Uri($"https://{id}.example/page"), Today);

    public static Fact Fact(string key, decimal value, string unit, DateOnly? asOf = null, DateOnly? validTo = null, string label = "Frais", Source? source = null) => new()
    {
        Key = key,
        Label = new LocalizedText(label, label),
        Number = value,
        Unit = unit,
        AsOf = asOf ?? Today,
        ValidTo = validTo,
        ReviewBy = Today.AddYears(1),
        Source = source ?? Source(),
    };

    public static Article Marketplace(params Fact[] facts) => new()
    {
        Id = "exemple",
        Kind = ArticleKind.Marketplace,
        Title = new LocalizedText("Vendre en Allemagne sur Exemple", "Selling in Germany on Exemple"),
        Summary = new LocalizedText("Une place de marché.", "A marketplace."),
        Markets = ["DE"],
        Themes = [Themes.Marketplaces],
        Sectors = [],
        Keywords = [],
        ReviewBy = Today.AddYears(1),
        Sources = [.. facts.Select(fact => fact.Source).Distinct()],
        Facts = facts,
        Questions = [],
        Sections = [],
        Marketplace = new MarketplaceDetails(["DE"], ["tous"], ["de"], new Uri("https://exemple.example")),
    };
}
