using System.Text.RegularExpressions;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// "Quel pays d'Europe a la TVA la plus haute ?": the same fact of all markets, put in order.
internal static partial class AcrossMarkets
{
    private const int Shown = 3;
    private const int FewestCompared = 3;

    // The question without the words that only say how to order and where, when it asks for an order; else null.
    public static UnderstoodQuestion? Compared(UnderstoodQuestion question) =>
        Least().IsMatch(question.Remainder) == Most().IsMatch(question.Remainder) ? null
            : question with { Essence = question.Essence with { Concepts = [.. question.Concepts.Where(concept => !Order().IsMatch(concept.Typed))] } };

    public static IReadOnlyList<(Article Article, Fact Fact)> Find(UnderstoodQuestion question, IReadOnlyList<FoundFact> asked, IEnumerable<Article> articles, DateOnly today)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        var least = Least().IsMatch(question.Remainder);
        var (key, unit) = (asked[0].Fact.Key, asked[0].Fact.Unit);
        var inUnion = Europe().IsMatch(question.Remainder);
        var compared = (
            from article in articles
            where article.Kind == ArticleKind.Market && (!inUnion || article.Markets.Any(EuropeanUnion.Members.Contains))
            from fact in article.Facts
            where fact.Key == key && fact.Unit == unit && fact.Number is not null && fact.ValidityOn(today) == FactValidity.Current
            select (article, fact)).ToList();
        return compared.Count < FewestCompared ? []
            : [.. (least ? compared.OrderBy(one => one.fact.Number) : compared.OrderByDescending(one => one.fact.Number)).Take(Shown)];
    }

    [GeneratedRegex(@"\b(plus (haut|elev|cher|fort|grand|gros|import|long)\w*|(le|la|les) plus d[e ]|highest|largest|biggest|longest|the most)\b")]
    private static partial Regex Most();

    [GeneratedRegex(@"\b(plus (bas|basse|faible|petit|court)\w*|(le|la|les) moins|moins (cher|elev)\w*|lowest|smallest|cheapest|shortest|the least)\b")]
    private static partial Regex Least();

    [GeneratedRegex(@"^(plus|moins|haut\w*|elev\w*|bas|basse|fort\w*|faible\w*|grand\w*|gros\w*|highest|lowest|largest|biggest|smallest|europ\w*|union|ue|eu|pays|countr\w*)$")]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(europe|europeens?|union|ue|eu|european)\b")]
    private static partial Regex Europe();
}
