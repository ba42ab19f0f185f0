namespace CroissanceConnectee.Knowledge.Asking;

// The way of a question: curated wordings, then facts, then passages; and when nothing is good enough, an honest "no answer".
internal sealed class Answering(Snapshot snapshot, DateOnly today)
{
    // Two thresholds on the covered share of the question: above the first (GoodEnough) we answer, between the two we ask "did you
    // mean", below this one we say that we do not know.
    private const double NearFrom = 0.35;

    private const double AsGoodAsTheBest = 0.8;
    private const double HalfAsGood = 0.5;
    private const int MostMarkets = 3;
    private const int MostSubjects = 3;

    private readonly FactQuotes quotes = new(today);

    public AnswerResult Answer(Question asked)
    {
        var question = snapshot.Reader.Read(asked);
        if (question.Concepts.Count == 0 && question.Markets.Count == 0 && question.Called.Count == 0)
        {
            return No(NoAnswerReason.EmptyQuestion, question, []);
        }

        var coverage = new Coverage(question, snapshot.Postings, snapshot.Vocabulary);
        var markets = question.Markets.Take(MostMarkets).ToList();
        if (markets.Count > 1 && snapshot.Curated.Find(question.Remainder, question.Markets, question.SaysMoreThanItsWords) is { } curated)
        {
            return FromSection(question, coverage, curated.Article, curated.Section, []);
        }

        var about = Subjects.Of(question);
        if (about.Count > 0)
        {
            var results = about.Select(article => About(article, question, coverage)).ToList();
            return results is [var only] ? only : SideBySide.Join(results, question);
        }

        if (question.Elsewhere.Count > 0 && !question.MarketIsNamed)
        {
            return No(NoAnswerReason.MarketNotCovered, question, []);
        }

        return markets.Count switch
        {
            0 => AnswerFor(question, coverage, null),
            1 => AnswerFor(question, coverage, markets[0]),
            _ when IsAboutNoneOfThem(question, coverage, markets) => AnswerFor(question with { Markets = [] }, coverage, null),
            _ => SideBySide.Join([.. markets.Select(market => AnswerFor(question with { Markets = [market] }, coverage, market))], question),
        };
    }

    // "Je vends en Belgique et en Espagne, dois-je…" names countries and asks for a rule of all of them.
    private bool IsAboutNoneOfThem(UnderstoodQuestion question, Coverage coverage, List<string> markets) => markets.TrueForAll(market =>
    {
        var candidates = Ranking.Candidates(snapshot, question, coverage, market);
        return IsCovered(market) && candidates.Any(candidate => GoodEnough.IsMore(candidate, candidates, market))
            && snapshot.Facts.Find(question.Concepts, coverage, market, article => article.Markets.Contains(market)).Count == 0;
    });

    // The article is called by its name: what remains to be found is the section.
    private AnswerResult About(Article article, UnderstoodQuestion question, Coverage coverage)
    {
        var market = question.MarketIsNamed ? question.Markets[0] : null;
        if (snapshot.Curated.Find(question.Remainder, question.Markets, question.SaysMoreThanItsWords) is { } curated && curated.Article == article)
        {
            return FromSection(question, coverage, article, curated.Section, Ranking.Within(snapshot, question, coverage, article, market));
        }

        // "Le Amazon des Grecs": it does not sell there, so who does?
        if (article.Kind == ArticleKind.Marketplace && market is not null && question.Concepts.Count == 0 && !article.Markets.Contains(market)
            && snapshot.MarketArticles[market].FirstOrDefault(one => one.Sections.Any(section => section.Anchor == Themes.Marketplaces)) is { } there)
        {
            return FromSection(question, coverage, there, Themes.Marketplaces, []);
        }

        if (question.Concepts.Count == 0 && question.Aspects.Count == 0)
        {
            return FromSection(question, coverage, article, article.Sections[0].Anchor, []);
        }

        var candidates = Ranking.Within(snapshot, question, coverage, article, market);
        var facts = snapshot.Facts.Find(question.Concepts, coverage, market, other => other == article, isCalled: true).Select(fact => fact.Fact).ToList();
        var good = candidates.Where(candidate => candidate.Coverage >= GoodEnough.WhenCalled && candidate.Entry.Language == "fr").ToList();
        return (good.Count > 0 || facts.Count > 0 ? Compose(question, coverage, article, good, facts, candidates) : null) is { } answer
            ? answer
            : No(NoAnswerReason.Unsure, question, [new Subject(article.Id, article.Title, null)]);
    }

    private AnswerResult AnswerFor(UnderstoodQuestion question, Coverage coverage, string? market)
    {
        if (question.Concepts.Count == 0)
        {
            return ByThemeAlone(question, coverage, market!);
        }

        var candidates = Ranking.Candidates(snapshot, question, coverage, market);
        if (snapshot.Curated.Find(question.Remainder, question.Markets, question.SaysMoreThanItsWords) is { } curated)
        {
            return FromSection(question, coverage, curated.Article, curated.Section, candidates);
        }

        if (market is not null && !IsCovered(market))
        {
            // General advice holds there only if it says so itself, or if the question turns to another subject and calls it by name.
            candidates = [.. candidates.Where(candidate => candidate.Entry.Article.Markets.Contains(market) || (question.MarketIsNamed
                ? candidate.Entry.Named.Contains(market)
                : GoodEnough.IsCalledByName(candidate.Entry, question)))];
            return Best(question, coverage, candidates, market) ?? No(NoAnswerReason.MarketNotCovered, question, NearSubjects(
                Ranking.Candidates(snapshot, question, coverage, market)));
        }

        return Best(question, coverage, candidates, market) ?? NotSure(question, candidates);
    }

    // The answer from facts and passages, if one is good enough.
    private AnswerResult? Best(UnderstoodQuestion question, Coverage coverage, IReadOnlyList<Candidate> candidates, string? market)
    {
        var facts = snapshot.Facts.Find(question.Concepts, coverage, market, article => MayAnswer(article, market));
        var good = GoodEnough.Among(candidates, question, market);
        if (market is null && question.AsksCountries)
        {
            return MarketNeeded(question, OfMarkets(candidates.Select(candidate => candidate.Entry.Article)));
        }

        if (market is null)
        {
            // What differs from market to market, and none was named: the same fact of several, or passages that answer alike.
            var rivals = OfMarkets(facts.Where(fact => fact.IsAskedByName).Select(fact => fact.Article));
            rivals = rivals.Count > 1 || good.Count == 0 || GoodEnough.IsGeneral(good[0]) ? rivals
                : OfMarkets(good.Where(candidate => candidate.Score >= AsGoodAsTheBest * good[0].Score).Select(candidate => candidate.Entry.Article));
            if (rivals.Count > 1 && !(question.Aspects.Contains(Themes.Definition) && good.Exists(GoodEnough.IsGeneral)))
            {
                return MarketNeeded(question, rivals);
            }

            good = rivals.Count > 1 ? [.. good.Where(GoodEnough.IsGeneral)] : good;
        }

        var article = facts.FirstOrDefault(fact => GoodEnough.IsSpecificTo(fact.Article, market))?.Article
            ?? good.FirstOrDefault()?.Entry.Article
            ?? OnlyArticle(facts, question, market);
        if (article is null)
        {
            return null;
        }

        // Facts name the article for sure; its passages then need not cover as much.
        var ofArticle = facts.Where(fact => fact.Article == article).Select(fact => fact.Fact).ToList();
        var own = (ofArticle.Count > 0 ? candidates.Where(candidate => candidate.Coverage >= NearFrom) : good)
            .Where(candidate => candidate.Entry.Article == article).ToList();
        return Compose(question, coverage, article, own, ofArticle, candidates);
    }

    // One word is too little to pick a fact of some market by ("quel téléphone choisir ?").
    private static Article? OnlyArticle(IReadOnlyList<FoundFact> facts, UnderstoodQuestion question, string? market) =>
        facts.Select(fact => fact.Article).Distinct().ToList() is [var only]
        && (market is not null || question.Concepts.Count > 1) ? only : null;

    private static List<Article> OfMarkets(IEnumerable<Article> articles) =>
        [.. articles.Where(article => article.Kind == ArticleKind.Market).Distinct()];

    private bool IsCovered(string market) => market == QuestionReader.Home || snapshot.MarketArticles.Contains(market);

    private bool MayAnswer(Article article, string? market) => market is null || article.Markets.Contains(market)
        || (article.Markets.Count == 0 && IsCovered(market));

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
        // The passage says more than the English summary of its article.
        if (own.Count > 0 && own.Exists(candidate => candidate.Entry.Passage.Section == Entry.SummaryAnchor))
        {
            var inFull = all.Where(candidate => candidate.Entry.Article == article && candidate.Entry.Passage.Section != Entry.SummaryAnchor
                && candidate.Coverage >= HalfAsGood * own.Max(one => one.Coverage)).ToList();
            own = inFull.Count > 0 ? inFull : own;
        }

        var sentences = own.Count == 0 ? [] : Extraction.Sentences(own, coverage, (entry, sentence) =>
            quotes.MayBeSaid(entry, sentence) && !FactQuotes.IsElsewhere(article, question.Markets, sentence));
        var facts = FactQuotes.InOrder(asked.Where(fact => !FactQuotes.IsElsewhere(article, question.Markets, fact.Label.Fr))
            .Select(fact => quotes.Quote(article, fact)).Concat(quotes.Behind(article, sentences)));
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
