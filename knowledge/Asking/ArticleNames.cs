using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// The proper names by which owners call an article: "Kaufland", "best buy", "Seller Central", "LUCID", "Bretagne". A question that
// calls one is about that article, whatever its other words are.
internal sealed class ArticleNames
{
    private const int LongestName = 5;

    // A keyword that more articles have is a subject, not a name.
    private const int MostBearers = 2;

    // Shorter names are one letter away from too many ordinary words.
    private const int ShortestForgiven = 5;
    private const int ShortestHeard = 4;

    private readonly Dictionary<string, List<Article>> bearers = [];
    private readonly HashSet<string> onlyWithCapital = [];

    // The first words of all names that are longer than a word.
    private readonly HashSet<string> beginnings;
    private readonly ILookup<char, (string Name, string Sound)> forgiving;

    public ArticleNames(IReadOnlyList<Article> articles)
    {
        var keywords = articles.SelectMany(article => article.Keywords.Select(PlainText.Phrase).Distinct()).CountBy(keyword => keyword).ToDictionary();
        var named = articles.Where(article => article.Kind != ArticleKind.Market).ToList();
        foreach (var article in named)
        {
            foreach (var name in Names(article).Where(name => name.Length > 1).Distinct())
            {
                Add(name, article);
            }
        }

        // A name of its own goes before a keyword of another article.
        var own = bearers.Keys.ToHashSet();
        foreach (var article in named)
        {
            foreach (var keyword in article.Keywords.Where(IsProper).Select(PlainText.Phrase).Where(keyword => keywords[keyword] <= MostBearers && !own.Contains(keyword)).Distinct())
            {
                Add(keyword, article);
            }
        }

        // "Faire" and "Noon" are words, too: such a name must be written as one.
        onlyWithCapital.UnionWith(bearers.Keys.Where(name => !name.Contains(' ', StringComparison.Ordinal) && FrenchAnalysis.Words(name).Count == 0));
        beginnings = [.. bearers.Keys.Where(name => name.Contains(' ', StringComparison.Ordinal)).Select(name => name.Split(' ')[0])];
        forgiving = articles.Where(article => article.Kind is ArticleKind.Marketplace or ArticleKind.Story).Select(article => article.Id)
            .Where(name => name.Length >= ShortestHeard && !name.Contains('-', StringComparison.Ordinal)).ToLookup(name => name[0], name => (name, FrenchSound.Of(name)));
    }

    // The articles called, and the words of the text that call them.
    public (IReadOnlySet<Article> Articles, IReadOnlySet<string> Words) CalledIn(string text)
    {
        var words = PlainText.Words(text);
        var called = new HashSet<Article>();
        var calling = new HashSet<string>();
        for (var first = 0; first < words.Count;)
        {
            var length = 1;
            for (var count = beginnings.Contains(words[first].Folded) ? Math.Min(LongestName, words.Count - first) : 1; count > 0; count--)
            {
                var phrase = PlainText.Phrase(words, first, count);
                if (Bearers(phrase, isFirst: first == 0, words[first].Typed) is { } found)
                {
                    called.UnionWith(found);
                    calling.UnionWith(phrase.Split(' '));
                    length = count;
                    break;
                }
            }

            first += length;
        }

        return (called, calling);
    }

    private List<Article>? Bearers(string phrase, bool isFirst, string typed)
    {
        if (bearers.TryGetValue(phrase, out var found))
        {
            return onlyWithCapital.Contains(phrase) && (isFirst || !char.IsUpper(typed[0])) ? null : found;
        }

        if (phrase.Length < ShortestHeard || phrase.Contains(' ', StringComparison.Ordinal) || FrenchAnalysis.IsAcronym(phrase))
        {
            return null;
        }

        // "Etsi" is heard as "Etsy"; of longer names one letter may be wrong.
        var sound = new Lazy<string>(() => FrenchSound.Of(phrase));
        var near = forgiving[phrase[0]].Where(known => Math.Abs(known.Name.Length - phrase.Length) <= 1 && (known.Sound == sound.Value
            || (Math.Min(known.Name.Length, phrase.Length) >= ShortestForgiven && EditDistance.Between(phrase, known.Name, 1) <= 1))).Select(known => known.Name).FirstOrDefault();
        return near is null || onlyWithCapital.Contains(near) ? null : bearers[near];
    }

    private void Add(string name, Article article)
    {
        // A country that only an article about something else speaks of calls nothing: "Best Buy Canada" may be called so, or "Best Buy";
        // "Canada" calls no marketplace.
        if (OtherCountries.In(name).Count > 0 || (MarketNames.In(name).Count > 0 && MarketNames.Without(name).All(letter => !char.IsLetter(letter))))
        {
            return;
        }

        if (!bearers.TryGetValue(name, out var known))
        {
            bearers.Add(name, known = []);
        }

        if (!known.Contains(article))
        {
            known.Add(article);
        }
    }

    // "rakuten-france" is called "Rakuten", in France or not.
    private static IEnumerable<string> Names(Article article)
    {
        if (article.Kind is ArticleKind.Practice)
        {
            yield break;
        }

        var id = article.Id.Replace('-', ' ');
        var name = id.StartsWith("region ", StringComparison.Ordinal) ? id["region ".Length..] : id;
        yield return name;
        foreach (var keyword in article.Keywords.Select(PlainText.Phrase).Where(keyword => article.Kind != ArticleKind.Scheme && $" {name} ".Contains($" {keyword} ", StringComparison.Ordinal)))
        {
            yield return keyword;
        }

        if (article.Kind == ArticleKind.Marketplace && PlainText.Phrase(MarketNames.Without(name)) is { Length: > 0 } bare && bare != name)
        {
            yield return bare;
        }
    }

    private static bool IsProper(string keyword) => char.IsUpper(keyword[0]) && keyword.Length > 1 && MarketNames.In(keyword).Count == 0 && OtherCountries.In(keyword).Count == 0;
}
