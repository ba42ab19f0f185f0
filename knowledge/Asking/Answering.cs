namespace CroissanceConnectee.Knowledge.Asking;

// The way of a question: curated wordings, then facts, then passages; and when nothing is good enough, an honest "no answer".
internal sealed class Answering(Snapshot snapshot, DateOnly today)
{
    // Two thresholds on the covered share of the question: above the first we answer, between the two we ask "did you mean",
    // below the second we say that we do not know. Tuned on the questions of the retrieval tests.
    private const double AnswerFrom = 0.6;
    private const double NearFrom = 0.35;

    private const double AsGoodAsTheBest = 0.8;
    private const double HalfAsGood = 0.5;
    private const int MostMarkets = 3;
    private const int MostSubjects = 3;

    private readonly FactQuotes quotes = new(today);

    public AnswerResult Answer(Question asked)
    {
        var question = snapshot.Reader.Read(asked);
        if (question.Concepts.Count == 0 && question.Markets.Count == 0)
        {
            return No(NoAnswerReason.EmptyQuestion, question, []);
        }

        var coverage = new Coverage(question.Concepts, snapshot.Entries);
        var markets = question.Markets.Take(MostMarkets).ToList();
        return markets.Count switch
        {
            0 => AnswerFor(question, coverage, null),
            1 => AnswerFor(question, coverage, markets[0]),
            _ => SideBySide.Join([.. markets.Select(market => AnswerFor(question with { Markets = [market] }, coverage, market))], question),
        };
    }

    private AnswerResult AnswerFor(UnderstoodQuestion question, Coverage coverage, string? market)
    {
        if (question.Concepts.Count == 0)
        {
            return ByThemeAlone(question, coverage, market!);
        }

        var candidates = Ranking.Candidates(snapshot, question, coverage, market);
        if (snapshot.Curated.Find(question.Remainder, question.Markets) is { } curated)
        {
            return FromSection(question, coverage, curated.Article, curated.Section, candidates);
        }

        if (market is not null && !snapshot.MarketArticles.Contains(market))
        {
            candidates = [.. candidates.Where(candidate => candidate.Entry.Article.Markets.Contains(market) || candidate.Entry.Named.Contains(market))];
            return Best(question, coverage, candidates, market) ?? No(NoAnswerReason.MarketNotCovered, question, NearSubjects(
                Ranking.Candidates(snapshot, question, coverage, market)));
        }

        return Best(question, coverage, candidates, market) ?? NotSure(question, candidates);
    }

    // The answer from facts and passages, if one is good enough.
    private AnswerResult? Best(UnderstoodQuestion question, Coverage coverage, IReadOnlyList<Candidate> candidates, string? market)
    {
        var facts = snapshot.Facts.Find(question.Concepts, coverage, market, article => MayAnswer(article, market));
        var good = candidates.Where(candidate => candidate.Coverage >= AnswerFrom).ToList();
        if (facts.Count > 0 && market is null && facts.Select(fact => fact.Article).Distinct().Count() > 1)
        {
            // The same fact of several markets or schemes: none of them was asked for.
            if (facts[0].Article.Kind == ArticleKind.Market)
            {
                return MarketNeeded(question, facts.Select(fact => fact.Article));
            }

            facts = [];
        }

        var article = facts.Count > 0 ? facts[0].Article : good.FirstOrDefault()?.Entry.Article;
        if (article is null)
        {
            return null;
        }

        if (facts.Count == 0 && market is null && Rivals(good) is { Count: > 1 } rivals)
        {
            article = good.Find(candidate => candidate.Entry.Article.Kind != ArticleKind.Market)?.Entry.Article;
            if (article is null)
            {
                return MarketNeeded(question, rivals);
            }
        }

        // Facts name the article for sure; its passages then need not cover as much.
        var own = (facts.Count > 0 ? candidates.Where(candidate => candidate.Coverage >= NearFrom) : good)
            .Where(candidate => candidate.Entry.Article == article).ToList();
        return Compose(question, coverage, article, own, facts.Where(fact => fact.Article == article).Select(fact => fact.Fact), candidates);
    }

    private bool MayAnswer(Article article, string? market) => market is null || article.Markets.Contains(market)
        || (article.Markets.Count == 0 && snapshot.MarketArticles.Contains(market));

    // Articles about different markets that answer alike, when the question names no market.
    private static List<Article> Rivals(List<Candidate> good) => good.Count == 0 || good[0].Entry.Article.Kind != ArticleKind.Market
        ? []
        : [.. good.Where(candidate => candidate.Score >= AsGoodAsTheBest * good[0].Score && candidate.Entry.Article.Kind == ArticleKind.Market)
            .Select(candidate => candidate.Entry.Article).Distinct()];

    private AnswerResult FromSection(
        UnderstoodQuestion question, Coverage coverage, Article article, string section, IReadOnlyList<Candidate> candidates)
    {
        var scores = candidates.ToDictionary(candidate => candidate.Entry);
        var inSection = snapshot.Entries
            .Where(entry => entry.Article == article && entry.Passage.Section == section)
            .Select(entry => scores.GetValueOrDefault(entry, new Candidate(entry, 0, 0)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Entry.Number)
            .ToList();
        var facts = snapshot.Facts.Find(question.Concepts, coverage, null, other => other == article).Select(fact => fact.Fact);
        var answer = Compose(question with { Themes = [section, .. question.Themes] }, coverage, article, inSection, facts, candidates);
        return answer is not null ? answer : No(NoAnswerReason.NothingFound, question, [new Subject(article.Id, article.Title, section)]);
    }

    // "Et en Espagne ?": the theme comes from the conversation; without one, the market's summary is what there is to say.
    private AnswerResult ByThemeAlone(UnderstoodQuestion question, Coverage coverage, string market)
    {
        if (snapshot.MarketArticles[market].FirstOrDefault() is not { } article)
        {
            return No(NoAnswerReason.MarketNotCovered, question, []);
        }

        if (question.Theme is not { } theme)
        {
            var summary = Entry.OfSummary(article, question.Language);
            return Compose(question, coverage, article, [new Candidate(summary, 1, 1)], [], [])!;
        }

        return article.Sections.Any(section => section.Anchor == theme)
            ? FromSection(question, coverage, article, theme, [])
            : No(NoAnswerReason.NothingFound, question, [new Subject(article.Id, article.Title, null)]);
    }

    private Answer? Compose(
        UnderstoodQuestion question, Coverage coverage, Article article, List<Candidate> own, IEnumerable<Fact> asked, IReadOnlyList<Candidate> all)
    {
        var sentences = own.Count > 0 ? Extraction.Sentences(own, coverage, quotes.MayBeSaid) : [];
        var facts = FactQuotes.InOrder(asked.Select(fact => quotes.Quote(article, fact)).Concat(quotes.Behind(article, sentences)));
        if (sentences.Count == 0 && facts.Count == 0)
        {
            return null;
        }

        var section = sentences.Count > 0 ? sentences[0].Section : null;
        var theme = question.Themes.Count > 0 ? question.Themes[0] : section is not null && !Themes.Aspects.Contains(section) ? section : question.InheritedTheme;
        return new Answer(question.Markets.Count > 0 ? question.Markets : article.Kind == ArticleKind.Market ? article.Markets : [], theme)
        {
            Sentences = sentences,
            Facts = facts,
            FurtherReading = NearSubjects(all.Where(candidate => candidate.Entry.Article != article)),
        };
    }

    private static NoAnswer NotSure(UnderstoodQuestion question, IReadOnlyList<Candidate> candidates)
    {
        var near = NearSubjects(candidates);
        return No(near.Count > 0 ? NoAnswerReason.Unsure : NoAnswerReason.NothingFound, question, near);
    }

    private static NoAnswer MarketNeeded(UnderstoodQuestion question, IEnumerable<Article> markets) =>
        No(NoAnswerReason.MarketNeeded, question, [.. markets.Distinct().Take(MostSubjects).Select(article => new Subject(article.Id, article.Title, question.Theme))]);

    private static NoAnswer No(NoAnswerReason reason, UnderstoodQuestion question, IReadOnlyList<Subject> near) =>
        new(reason, question.Markets, question.Theme) { NearSubjects = near };

    private static IReadOnlyList<Subject> NearSubjects(IEnumerable<Candidate> candidates)
    {
        var near = candidates.Where(candidate => candidate.Coverage >= NearFrom).ToList();
        return [.. near.Where(candidate => candidate.Score >= HalfAsGood * near[0].Score).DistinctBy(candidate => candidate.Entry.Article)
            .Take(MostSubjects).Select(candidate => candidate.Entry.Subject)];
    }
}
