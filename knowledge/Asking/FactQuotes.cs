using System.Text.RegularExpressions;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// Decides which facts go with an answer, and what may be said of those that no longer hold.
internal sealed partial class FactQuotes(DateOnly today)
{
    private const int Most = 5;

    public QuotedFact Quote(Article article, Fact fact) => new(article.Id, fact, fact.ValidityOn(today));

    // A sentence that states the value of a fact that has expired would state it as true, unless it says itself that this is over.
    public bool MayBeSaid(Entry entry, string sentence) => SaysThatItIsOver().IsMatch(sentence) || !entry.Article.Facts.Any(fact =>
        fact.ValidityOn(today) == FactValidity.Expired && entry.Passage.Sources.Contains(fact.Source) && fact.IsNamedIn(sentence));

    // General advice gives examples from this country and that: an answer about another one leaves them out.
    public static bool IsElsewhere(Article article, IReadOnlyList<string> asked, string text) =>
        asked.Count > 0 && !article.Markets.Any(asked.Contains) && MarketNames.In(text) is { Count: > 0 } named
        && named.Any(market => market != QuestionReader.Home) && !named.Any(asked.Contains);

    public IReadOnlyList<QuotedFact> Behind(Article article, IReadOnlyList<AnsweredSentence> sentences) =>
    [
        .. article.Facts
            .Where(fact => sentences.Any(sentence => sentence.Sources.Contains(fact.Source) && fact.IsNamedIn(sentence.Text)))
            .Select(fact => Quote(article, fact)),
    ];

    // Current facts first; one that has expired only when nothing current has taken its place.
    public static IReadOnlyList<QuotedFact> InOrder(IEnumerable<QuotedFact> facts)
    {
        var all = facts.Distinct().ToList();
        return [.. all
            .Where(fact => !fact.Expired || !all.Exists(other => other.Validity == FactValidity.Current && SameThing(fact, other)))
            .OrderBy(fact => fact.Validity)
            .Take(Most)];
    }

    private static bool SameThing(QuotedFact one, QuotedFact other) => one.ArticleId == other.ArticleId && one.Fact.Key == other.Fact.Key;

    [GeneratedRegex(@"\b(n'existe plus|n'est plus|a pris fin|a disparu|est supprimée?|a été supprimée?|est fermée?|s'est arrêtée?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysThatItIsOver();
}
