namespace CroissanceConnectee.Knowledge.Asking;

// Which candidates may answer. The thresholds are shares of the question that an entry covers; they were set on the articles' own
// curated wordings (with that table switched off) and on questions that have nothing to do with selling abroad.
internal static class GoodEnough
{
    private const double AnswerFrom = 0.6;

    // What one country does is told to somebody who named none only when it plainly answers.
    private const double UnaskedMarketFrom = 0.75;

    // An article about the market asked for goes before general advice, unless that covers much more of the question.
    private const double MarketFrom = 0.5;
    private const double MarketThemeFrom = 0.4;
    private const double MuchMore = 0.25;

    public static List<Candidate> Among(IReadOnlyList<Candidate> candidates, UnderstoodQuestion question, string? market)
    {
        var ofMarket = candidates.Where(candidate => IsSpecificTo(candidate.Entry.Article, market)).ToList();

        // Its market and its theme are asked for: that section is where the answer stands, whatever else the question says. General
        // advice (on VAT in the Union, say) may be wrong for this very market, and speaks only when called by its name.
        var ofTheme = ofMarket.Where(candidate => question.Themes.Contains(candidate.Entry.Passage.Section)).ToList();
        if (ofTheme.Exists(candidate => candidate.Coverage >= MarketThemeFrom))
        {
            return [.. ofTheme.Where(candidate => candidate.Coverage >= MarketThemeFrom)];
        }

        if (ofTheme.Count > 0)
        {
            candidates = [.. candidates.Where(candidate => candidate.Entry.Article.Markets.Count > 0 || IsCalledByName(candidate.Entry, question))];
        }

        ofMarket.RemoveAll(candidate => candidate.Coverage < MarketFrom);
        return ofMarket.Count > 0 && ofMarket[0].Coverage >= candidates.Max(candidate => candidate.Coverage) - MuchMore
            ? ofMarket
            : [.. candidates.Where(candidate => MayTell(candidate.Entry, question) && candidate.Coverage >= (market is null && !IsGeneral(candidate) ? UnaskedMarketFrom : AnswerFrom))];
    }

    // What one firm did is told when an example or that firm was asked for.
    private static bool MayTell(Entry entry, UnderstoodQuestion question) => entry.Article.Kind != ArticleKind.Story
        || question.Aspects.Contains(Themes.How) || IsCalledByName(entry, question);

    public static bool IsCalledByName(Entry entry, UnderstoodQuestion question) =>
        question.Concepts.Any(concept => concept.IsIn(entry.Headings.NameStems));

    public static bool IsSpecificTo(Article article, string? market) => market is not null && article.Markets.Contains(market)
        && (article.Kind == ArticleKind.Market || (article.Kind == ArticleKind.Practice && article.Markets.Count == 1));

    public static bool IsGeneral(Candidate candidate) => candidate.Entry.Article.Kind != ArticleKind.Market;
}
