using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Articles;

/// How the pages say what articles hold as codes and keys: countries, languages, sections, categories, dates.
public readonly record struct ArticleWords(Language Language)
{
    private const int LongestList = 8;

    /// The language of the page being rendered.
    public static ArticleWords Current => new(Languages.FromTag(CultureInfo.CurrentUICulture.Name));

    public string Code => Language.Code();

    /// What is left in French on an English page says so to screen readers and translators.
    public string? FrenchHere => Language == Language.French ? null : "fr";

    public string Say(LocalizedText text) => Language.Bound(text.In(Code));

    public string Say(string text) => Language.Bound(text);

    public string Say(string format, params object?[] values) => Language.Bound(string.Format(Language.Culture(), format, values));

    public string French(string text) => Language.French.Bound(text);

    public string Date(DateOnly date) => Language.Date(date);

    public string Country(string code) => MarketNames.NameOf(code, Code) ?? Known("Country_" + code) ?? code;

    public string Tongue(string code)
    {
        var name = Known("Tongue_" + code) ?? code;
        return char.ToUpper(name[0], Language.Culture()) + name[1..];
    }

    public string Region(string region) => Named("Region_", region);

    public string Category(string category) => Named("Category_", category);

    public string Sector(string sector) => Named("Sector_", sector);

    public string SchemeCategory(string category) => Named("Scheme_", category);

    public string Section(Section section) => Language == Language.French ? Say(section.Title) : Named("Section_", section.Anchor);

    public string Kind(ArticleKind kind) => Named("Kind_", kind.ToString());

    /// In a list, the first few, and how many more there are.
    public string Countries(IReadOnlyList<string> codes, bool all = false)
    {
        var words = this;
        var names = codes.Select(words.Country).Order(StringComparer.Create(Language.Culture(), ignoreCase: false)).ToList();
        return all || names.Count <= LongestList
            ? string.Join(", ", names)
            : Say(ArticleTexts.AndMore, string.Join(", ", names.Take(LongestList - 1)), names.Count - LongestList + 1);
    }

    /// Only what a reader may not guess: the rest of the time a fact simply holds.
    public string? Validity(Fact fact, DateOnly today) => fact.ValidityOn(today) switch
    {
        FactValidity.Expired => Say(ArticleTexts.FactExpiredOn, Date(fact.ValidTo!.Value)),
        FactValidity.Upcoming => Say(ArticleTexts.FactFrom, Date(fact.ValidFrom!.Value)),
        _ when fact.ValidTo is { } end => Say(ArticleTexts.FactUntil, Date(end)),
        _ when fact.ReviewBy < today => Say(ArticleTexts.FactToCheck, Date(fact.ReviewBy)),
        _ => null,
    };

    private string Named(string prefix, string key) => Known(prefix + key) ?? char.ToUpper(key[0], CultureInfo.InvariantCulture) + key[1..];

    private string? Known(string key) => ArticleTexts.ResourceManager.GetString(key, Language.Culture());
}
