namespace CroissanceConnectee.Knowledge.Asking;

// A section that may answer: how well it ranks, which part of all the weight of the candidates it has (0 to 1), and what both rest on.
internal sealed record RankedSection(Article Article, string Anchor, double Score, double Share, IReadOnlyList<double> Traits)
{
    // Of most sections nobody asks for them.
    public required Func<IReadOnlyList<Candidate>> PassagesInOrder { get; init; }

    // With the other sections of its article.
    public double ShareOfArticle { get; init; }

    // It says everything that the question speaks of.
    public bool CoversAll => RankingModel.Covered(Traits) >= 1;

    public Subject Subject => new(Article.Id, Article.Title, Anchor == Entry.SummaryAnchor ? null : Anchor);
}

// Orders sections by what is known of them for a question: the words that they say, the questions that they are known to answer, their
// market and their theme. How much each counts was not guessed: RankingModel says how it was fitted.
internal sealed class SectionRanking(Snapshot snapshot, UnderstoodQuestion question, Coverage coverage)
{
    // Enough that the passages of one market are among the hits of a word that all markets use.
    private const int HitsLookedAt = 300;
    private const int PlaceRoot = 5;

    // Set on the judged questions that may be tuned on.
    private const double LikelyRival = 0.08;

    public IReadOnlyList<RankedSection> Of(string? market, Func<Article, bool> allowed)
    {
        var hits = snapshot.Passages.Search(question, market, HitsLookedAt);
        var best = hits.Select(hit => hit.Score).DefaultIfEmpty(1).Max();
        return InOrder(hits.Where(hit => allowed(hit.Entry.Article)).ToDictionary(hit => hit.Entry, hit => hit.Score / best),
            coverage.Votes.Sections(snapshot, market).Concat(OfTheme(market)).Where(section => allowed(section.Article)), market);
    }

    // All sections of one article, whether Lucene finds them or not.
    public IReadOnlyList<RankedSection> Within(Article article, string? market)
    {
        var hits = snapshot.Passages.Search(question, null, HitsLookedAt, article);
        var best = hits.Select(hit => hit.Score).DefaultIfEmpty(1).Max();
        return InOrder(hits.ToDictionary(hit => hit.Entry, hit => hit.Score / best), article.Sections.Select(section => (article, section.Anchor)), market);
    }

    // In the order of their scores.
    public static List<RankedSection> WithShares(List<RankedSection> ranked)
    {
        var all = ranked.Sum(section => Math.Exp(section.Score - ranked[0].Score));
        var shared = ranked.ConvertAll(section => section with { Share = Math.Exp(section.Score - ranked[0].Score) / all });
        var ofArticles = shared.GroupBy(section => section.Article).ToDictionary(same => same.Key, same => same.Sum(section => section.Share));
        return shared.ConvertAll(section => section with { ShareOfArticle = ofArticles[section.Article] });
    }

    // Another article that may be meant as well: a country's own rule beside the general one.
    public static RankedSection? Rival(IReadOnlyList<RankedSection> sections) => sections.Skip(1)
        .FirstOrDefault(section => section.Article != sections[0].Article && section.Anchor != Entry.SummaryAnchor) is { } rival && rival.Share >= LikelyRival ? rival : null;

    // Without the others, as if they had never been there.
    public static IReadOnlyList<RankedSection> Only(IReadOnlyList<RankedSection> sections, Func<Article, bool> allowed) =>
        WithShares([.. sections.Where(section => allowed(section.Article))]);

    // The section about the theme answers even in words that nobody thought of.
    private IEnumerable<(Article Article, string Section)> OfTheme(string? market) => market is null ? [] :
        from article in snapshot.MarketArticles[market]
        from section in article.Sections
        where question.Themes.Contains(section.Anchor) || question.InheritedTheme == section.Anchor || question.Aspects.Contains(section.Anchor)
        select (article, section.Anchor);

    private List<RankedSection> InOrder(Dictionary<Entry, double> hits, IEnumerable<(Article Article, string Section)> more, string? market)
    {
        var places = hits.Keys.Select(entry => (entry.Article, entry.Passage.Section)).Concat(more).Distinct();
        var ranked = places.Select(place => Ranked(place.Article, place.Section, hits, market))
            .OrderByDescending(section => section.Score).ToList();
        return WithShares(ranked);
    }

    private RankedSection Ranked(Article article, string anchor, Dictionary<Entry, double> hits, string? market)
    {
        var (covered, found) = (0.0, 0.0);
        foreach (var entry in snapshot.SectionOf[(article, anchor)])
        {
            covered = Math.Max(covered, coverage.ByWords(entry));
            found = Math.Max(found, hits.GetValueOrDefault(entry));
        }

        var votes = coverage.Votes.For(article, anchor).ToList();
        var traits = Traits(article, anchor, market, votes, covered, found);
        return new RankedSection(article, anchor, RankingModel.Score(traits), 0, traits) { PassagesInOrder = () => Passages(article, anchor, votes, hits) };
    }

    // Best first. "Les retours ?" asks for the section: the writer knew what comes first.
    private IReadOnlyList<Candidate> Passages(Article article, string anchor, List<Vote> votes, Dictionary<Entry, double> hits)
    {
        if (question.Concepts.Count == 0 || (question.Concepts.Count == 1 && question.Themes.Count > 0))
        {
            return [.. snapshot.SectionOf[(article, anchor)].Select(entry => new Candidate(entry, 0))];
        }

        var echo = new Echo(votes, snapshot.Postings);
        return
        [
            .. snapshot.SectionOf[(article, anchor)].Select(entry => new Candidate(entry, coverage.ByWords(entry)
                    + (RankingModel.FoundInPassage * hits.GetValueOrDefault(entry))
                    + (RankingModel.EchoedInPassage * echo.In(entry))
                    + (NamesThePlace(entry) ? RankingModel.NamesThePlace : 0)))
                .OrderByDescending(candidate => candidate.Score),
        ];
    }

    // In the order of RankingModel.Traits.
    private double[] Traits(Article article, string anchor, string? market, List<Vote> votes, double covered, double found)
    {
        var own = votes.Select(vote => vote.Value).DefaultIfEmpty().Max();
        var specific = IsSpecificTo(article, market);
        return
        [
            own,
            votes.Select(vote => vote.First).DefaultIfEmpty().Max(),
            coverage.Votes.OfArticle(article),
            covered,
            found,
            One(question.Themes.Contains(anchor)),
            One(question.Aspects.Contains(anchor)),
            One(question.Themes.Count == 0 && question.InheritedTheme == anchor),
            One(specific),
            One(market is not null && article.Markets.Contains(market)),
            One(specific && !question.MarketIsNamed),
            One(article.Kind == ArticleKind.Story),
            One(article.Kind == ArticleKind.Scheme),
            One(article.Kind == ArticleKind.Market),
            One(question.Called.Contains(article)),
            own * own,
            specific ? own : 0,
            covered * covered,
        ];
    }

    // "Le Texas", "les Québécois": the passage about that part of a market.
    private bool NamesThePlace(Entry entry) => question.Places.Any(place => place.Length >= PlaceRoot
        && entry.Text.Words.Any(word => word.Plain.StartsWith(place[..PlaceRoot], StringComparison.Ordinal)));

    private static double One(bool isSo) => isSo ? 1 : 0;

    public static bool IsSpecificTo(Article article, string? market) => market is not null && article.Markets.Contains(market)
        && (article.Kind == ArticleKind.Market || (article.Kind == ArticleKind.Practice && article.Markets.Count == 1));
}
