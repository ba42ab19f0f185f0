namespace CroissanceConnectee.Knowledge.Asking;

// The way of a question: a wording tied by hand, then the articles that it calls by name, then the sections of its market or of all, in
// the order of SectionRanking; and when none is sure enough, an honest "no answer".
internal sealed class Answering(Snapshot snapshot, DateOnly today)
{
    // Below the first, we ask "did you mean"; subjects that are much weaker than the best are not worth naming then.
    private const double SureEnough = 0.5;

    // Whoever calls an article by its name has said where to look.
    private const double SureEnoughOfCalled = 0.3;
    private const double WorthNaming = 0.04;

    // Who asks for an example is told of the nearest one.
    private const double SureEnoughAsExample = 0.15;
    private const double AskedForStory = 0.4;

    // Another section of the article has its say when it is nearly as likely to be meant.
    private const double NearlyAsLikely = 0.1;
    private const double ByFarTheBest = 0.8;
    private const int MostMarkets = 3;
    private const int SentencesOtherwise = 2;
    private const int MostSubjects = 3;

    private readonly FactQuotes quotes = new(today);

    public AnswerResult Answer(Question asked)
    {
        var question = snapshot.Reader.Read(asked);
        if (question.Concepts.Count == 0 && question.Markets.Count == 0 && question.Called.Count == 0)
        {
            return No(NoAnswerReason.EmptyQuestion, question, []);
        }

        var coverage = new Coverage(question, snapshot.Postings, snapshot.Vocabulary, snapshot.Wordings.For(question));
        var markets = question.Markets.Take(MostMarkets).ToList();
        if (markets.Count > 1 && Curated(question) is { } curated)
        {
            return FromSection(question, coverage, curated.Article, curated.Section, null);
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
    private bool IsAboutNoneOfThem(UnderstoodQuestion question, Coverage coverage, List<string> markets) => question.Concepts.Count > 0 && markets.TrueForAll(market =>
        IsCovered(market) && Rank(question, coverage, market) is [{ Article: { Kind: ArticleKind.Practice, Markets.Count: 0 } }, ..] ranked
        && RankingModel.Confidence(ranked, question, coverage.Votes.Elsewhere) >= SureEnough);

    // The article is called by its name: what remains to be found is the section.
    private AnswerResult About(Article article, UnderstoodQuestion question, Coverage coverage)
    {
        var market = question.MarketIsNamed ? question.Markets[0] : null;
        if (Curated(question) is { } curated && curated.Article == article)
        {
            return FromSection(question, coverage, article, curated.Section, market);
        }

        // "Le Amazon des Grecs": it does not sell there, so who does?
        if (article.Kind == ArticleKind.Marketplace && market is not null && question.Concepts.Count == 0 && !article.Markets.Contains(market)
            && snapshot.MarketArticles[market].FirstOrDefault(one => one.Sections.Any(section => section.Anchor == Themes.Marketplaces)) is { } there)
        {
            return FromSection(question, coverage, there, Themes.Marketplaces, market);
        }

        if (question.Concepts.Count == 0 && question.Aspects.Count == 0)
        {
            return FromSection(question, coverage, article, article.Sections[0].Anchor, market);
        }

        // "Sur Etsy, qui paie la TVA anglaise ?" calls a marketplace, and asks what another article says better.
        var sections = new SectionRanking(snapshot, question, coverage).Within(article, market);
        if (AnswerFrom(sections, question, coverage, market, SureEnoughOfCalled) is not { } answer)
        {
            return No(NoAnswerReason.Unsure, question, [new Subject(article.Id, article.Title, null)]);
        }

        var all = Rank(question, coverage, market);
        return all.Count > 0 && all[0].Article != article && AnswerFrom(all, question, coverage, market) is { } other ? WithOtherwise(answer, other) : answer;
    }

    // What else may be meant is told shortly.
    private static Answer WithOtherwise(Answer answer, Answer other) => answer with
    {
        Otherwise = other with { Sentences = [.. other.Sentences.Take(SentencesOtherwise)], FurtherReading = [], Otherwise = null },
        FurtherReading = [.. answer.FurtherReading.Where(subject => other.Sentences.All(sentence => sentence.ArticleId != subject.ArticleId))],
    };

    private AnswerResult AnswerFor(UnderstoodQuestion question, Coverage coverage, string? market)
    {
        if (question.Concepts.Count == 0)
        {
            return ByThemeAlone(question, coverage, market!);
        }

        if (Curated(question) is { } curated)
        {
            return FromSection(question, coverage, curated.Article, curated.Section, market);
        }

        if (market is null && OfManyMarkets(question, coverage) is { } many)
        {
            return many;
        }

        var sections = Rank(question, coverage, market);
        return (AnswerFrom(sections, question, coverage, market) ?? FactsOf(market, question, coverage, sections)) is { } answer ? answer
            : market is not null && !IsCovered(market) ? No(NoAnswerReason.MarketNotCovered, question, NearSubjects(sections))
            : NotSure(question, sections);
    }

    private IReadOnlyList<RankedSection> Rank(UnderstoodQuestion question, Coverage coverage, string? market)
    {
        var ranking = new SectionRanking(snapshot, question, coverage);
        if (market is not null)
        {
            return ranking.Of(market, article => MayAnswer(article, question, coverage, market));
        }

        // "Faut-il s'inscrire au registre LUCID ?": nobody but the Germans has one.
        var all = ranking.Of(null, article => article.Kind == ArticleKind.Market || MayAnswer(article, question, coverage, null));
        return all.Count > 0 && all[0] is { Article.Kind: ArticleKind.Market, Share: >= ByFarTheBest } && all[0].CoversAll
            ? all
            : SectionRanking.Only(all, article => MayAnswer(article, question, coverage, null));
    }

    // What one marketplace or one country does is told to those who named it, what one firm did to those who want an example.
    private bool MayAnswer(Article article, UnderstoodQuestion question, Coverage coverage, string? market) =>
        market is null && question.Called.Count == 0 && question.Aspects.Contains(Themes.Marketplaces) ? article.Kind == ArticleKind.Marketplace
        : question.Aspects.Contains(Themes.How) ? article.Kind == ArticleKind.Story
        : article.Kind switch
        {
            ArticleKind.Market => market is not null,
            ArticleKind.Marketplace => false,
            ArticleKind.Story => coverage.Votes.OfArticle(article) >= AskedForStory,

            // General advice holds in a country that we do not cover only if it says so itself, or when the question turns to it by name.
            _ => market is null || IsCovered(market) || article.Markets.Contains(market) || (!question.MarketIsNamed && question.Called.Contains(article)),
        };

    // A figure asked for by its name may stand in no section.
    private Answer? FactsOf(string? market, UnderstoodQuestion question, Coverage coverage, IReadOnlyList<RankedSection> sections)
    {
        var facts = market is null ? [] : snapshot.Facts.Find(question.Concepts, coverage, market, article => article.Markets.Contains(market)).Where(fact => fact.IsAskedByName).ToList();
        return facts.Count == 0 ? null : Compose(question, coverage, facts[0].Article, [], facts.Where(fact => fact.Article == facts[0].Article).Select(fact => fact.Fact), sections);
    }

    private Answer? AnswerFrom(IReadOnlyList<RankedSection> sections, UnderstoodQuestion question, Coverage coverage, string? market, double sureEnough = SureEnough)
    {
        if (sections.Count == 0 || RankingModel.Confidence(sections, question, coverage.Votes.Elsewhere) < (question.Aspects.Contains(Themes.How) ? SureEnoughAsExample : sureEnough))
        {
            return null;
        }

        // A passage says more than the English summary of its article, above all to whoever called the article by its name.
        var best = sections[0].Anchor == Entry.SummaryAnchor
            ? sections.FirstOrDefault(section => section.Article == sections[0].Article
                && section.Anchor != Entry.SummaryAnchor && (question.Called.Contains(section.Article) || section.Share >= NearlyAsLikely * sections[0].Share)) ?? sections[0]
            : sections[0];
        var second = sections.Skip(1).FirstOrDefault(section => section.Share >= NearlyAsLikely && section.Article == best.Article && section != best && section.Anchor != Entry.SummaryAnchor);
        var answer = FromSections(question, coverage, best.Article, [best, .. second is null ? [] : new[] { second }], market, sections);
        return answer is not null && SectionRanking.Rival(sections) is { } rival && FromSections(question, coverage, rival.Article, [rival], market, sections) is { } other
            ? WithOtherwise(answer, other)
            : answer;
    }

    private Answer? FromSections(
        UnderstoodQuestion question, Coverage coverage, Article article, IReadOnlyList<RankedSection> shown, string? market, IReadOnlyList<RankedSection> all)
    {
        var asked = snapshot.Facts.Find(question.Concepts, coverage, market, other => other == article, isCalled: true).Select(fact => fact.Fact).ToList();
        var facts = asked.Count == 0 && question.Aspects.Contains(Themes.Amount)
            ? snapshot.Facts.Of(article, shown.SelectMany(section => snapshot.SectionOf[(article, section.Anchor)]), coverage)
            : asked;
        return Compose(question, coverage, article, shown, facts, all);
    }

    // What differs from market to market, and none was named: the same fact of several, or whichever countries.
    private AnswerResult? OfManyMarkets(UnderstoodQuestion question, Coverage coverage)
    {
        var facts = FactsOfMarkets(question, coverage);
        if (AcrossMarkets.Compared(question) is { Concepts.Count: > 0 } compared
            && AcrossMarkets.Find(compared, FactsOfMarkets(compared, new Coverage(compared, snapshot.Postings, snapshot.Vocabulary, coverage.Votes)), snapshot.Articles, today) is { Count: > 0 } ordered)
        {
            return new Answer([.. ordered.SelectMany(one => one.Article.Markets)], question.Theme)
            {
                Sentences = [],
                Facts = [.. ordered.Select(one => quotes.Quote(one.Article, one.Fact))],
                FurtherReading = [],
            };
        }

        var rivals = facts.Where(fact => fact.IsAskedByName).Select(fact => fact.Article).Distinct().ToList();
        if (question.AsksCountries)
        {
            var sections = new SectionRanking(snapshot, question, coverage).Of(null, article => article.Kind == ArticleKind.Market);
            return No(NoAnswerReason.MarketNeeded, question, [.. sections.DistinctBy(section => section.Article).Take(MostSubjects).Select(section => section.Subject)]);
        }

        return rivals.Count > 1 && !question.Aspects.Contains(Themes.Definition)
            ? No(NoAnswerReason.MarketNeeded, question, [.. rivals.Take(MostSubjects).Select(article => new Subject(article.Id, article.Title, question.Theme))])
            : null;
    }

    private IReadOnlyList<FoundFact> FactsOfMarkets(UnderstoodQuestion question, Coverage coverage) =>
        snapshot.Facts.Find(question.Concepts, coverage, null, article => article.Kind == ArticleKind.Market);

    private (Article Article, string Section)? Curated(UnderstoodQuestion question) =>
        snapshot.Curated.Find(question.Remainder, question.Markets, question.SaysMoreThanItsWords);

    private bool IsCovered(string market) => market == QuestionReader.Home || snapshot.MarketArticles.Contains(market);

    private AnswerResult FromSection(UnderstoodQuestion question, Coverage coverage, Article article, string section, string? market)
    {
        var ranked = new SectionRanking(snapshot, question, coverage).Within(article, market);
        var facts = snapshot.Facts.Find(question.Concepts, coverage, null, other => other == article).Select(fact => fact.Fact);
        var answer = Compose(question with { Themes = [section, .. question.Themes] }, coverage, article, [.. ranked.Where(one => one.Anchor == section)], facts, []);
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
            var summary = new Candidate(Entry.OfSummary(article, question.Language), 1);
            return Compose(question, coverage, article, [new RankedSection(article, Entry.SummaryAnchor, 1, 1, []) { PassagesInOrder = () => [summary] }], [], [])!;
        }

        return article.Sections.Any(section => section.Anchor == theme)
            ? FromSection(question, coverage, article, theme, market)
            : No(NoAnswerReason.NothingFound, question, [new Subject(article.Id, article.Title, null)]);
    }

    private Answer? Compose(
        UnderstoodQuestion question, Coverage coverage, Article article, IReadOnlyList<RankedSection> own, IEnumerable<Fact> asked, IReadOnlyList<RankedSection> all)
    {
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
            FurtherReading = NearSubjects(all.Where(section => section.Article != article)),
        };
    }

    private static NoAnswer NotSure(UnderstoodQuestion question, IReadOnlyList<RankedSection> sections)
    {
        var near = NearSubjects(sections);
        return No(near.Count > 0 ? NoAnswerReason.Unsure : NoAnswerReason.NothingFound, question, near);
    }

    private static NoAnswer No(NoAnswerReason reason, UnderstoodQuestion question, IReadOnlyList<Subject> near) =>
        new(reason, question.Markets, question.Theme) { NearSubjects = near };

    private static IReadOnlyList<Subject> NearSubjects(IEnumerable<RankedSection> sections) =>
        [.. sections.Where(section => section.Share >= WorthNaming).DistinctBy(section => section.Article).Take(MostSubjects).Select(section => section.Subject)];
}
