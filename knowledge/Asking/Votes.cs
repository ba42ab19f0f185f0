namespace CroissanceConnectee.Knowledge.Asking;

internal readonly record struct NearWording(Wording Wording, double Similarity);

// The wordings of one target that a question resembles.
internal sealed class Vote
{
    private const int Listened = 8;

    private readonly List<NearWording> near = [];
    private double second;
    private double third;

    // The nearest alone.
    public double First { get; private set; }

    // From 0 to 1: how near the three nearest are, taken together. One may be near by chance, three hardly are.
    public double Value => (First + second + third) / 3;

    public IEnumerable<NearWording> Nearest => near.OrderByDescending(one => one.Similarity).Take(Listened);

    public void Add(NearWording wording)
    {
        near.Add(wording);
        (First, second, third) = wording.Similarity > First ? (wording.Similarity, First, second)
            : wording.Similarity > second ? (First, wording.Similarity, second)
            : (First, second, Math.Max(third, wording.Similarity));
    }
}

// Where questions like this one belong.
internal sealed class Votes(IReadOnlyDictionary<WordingTarget, Vote> votes)
{
    // What is further away than these never came first.
    private const int Considered = 60;

    private readonly Dictionary<Article, double> articles = votes.Where(vote => vote.Key is { Article: { Kind: not ArticleKind.Market } })
        .GroupBy(vote => vote.Key.Article!).ToDictionary(same => same.Key, same => same.Max(vote => vote.Value.Value));

    // That it is none of our business.
    public double Elsewhere => votes.TryGetValue(WordingTarget.Elsewhere, out var vote) ? vote.Value : 0;

    public double OfArticle(Article article) => articles.GetValueOrDefault(article);

    // Those tied to the section itself, and those tied to it in all articles of its kind; there may be none.
    public IEnumerable<Vote> For(Article article, string section)
    {
        if (votes.TryGetValue(new WordingTarget(article.Kind, article, section), out var own))
        {
            yield return own;
        }

        if (article.Kind is ArticleKind.Market or ArticleKind.Marketplace && votes.TryGetValue(new WordingTarget(article.Kind, null, section), out var ofKind))
        {
            yield return ofKind;
        }
    }

    // The sections that the question may belong to, in a market or anywhere.
    public IEnumerable<(Article Article, string Section)> Sections(Snapshot snapshot, string? market) =>
        from target in votes.OrderByDescending(vote => vote.Value.Value).Take(Considered).Select(vote => vote.Key)
        from article in target.Article is { } only ? [only] : target.Kind == ArticleKind.Market && market is not null ? snapshot.MarketArticles[market] : []
        where market is null || article.Markets.Count == 0 || article.Markets.Contains(market)
        // Not every country's article has all the sections that the shared wordings ask for.
        where snapshot.SectionOf.Contains((article, target.Section))
        select (article, target.Section);
}
