using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Answers;

/// Turns what the knowledge base found into parts of a reply: each quotation followed by its sources and its place on our pages.
public static class AnswerParts
{
    /// What is said of a subject that was chosen, when no question was asked.
    private const int PassagesOfASubject = 2;

    /// More figures than these of one article are not an answer any more.
    private const int MostFacts = 3;
    private const int MostFactsBesideSentences = 2;

    public static void Write(TurnContext turn, Answer answer, KnowledgeBase knowledge)
    {
        var language = turn.State.Language.Code();
        if (language == "en" && answer.Sentences.Concat(answer.Otherwise?.Sentences ?? []).Any(sentence => sentence.Language == "fr"))
        {
            turn.Say(AnswersTexts.QuotedInFrench);
        }

        WriteSides(turn, answer, knowledge);
        if (answer.Otherwise is { } otherwise && ArticlesOf(otherwise, knowledge).FirstOrDefault() is { } other)
        {
            turn.Say(AnswersTexts.PerhapsYouMean, other.Title.In(language));
            WriteSides(turn, otherwise, knowledge);
        }
    }

    // Several markets side by side: each under its name, sentences and figure together.
    private static void WriteSides(TurnContext turn, Answer answer, KnowledgeBase knowledge)
    {
        var language = turn.State.Language.Code();
        foreach (var article in ArticlesOf(answer, knowledge))
        {
            if (answer.Markets.Count > 1 && article is { Kind: ArticleKind.Market, Markets: [var market] })
            {
                turn.Say(AnswersTexts.SideOf, MarketNames.NameOf(market, language) ?? market);
            }

            WriteSide(turn, answer, article, language);
        }

        foreach (var market in answer.UnansweredMarkets)
        {
            turn.Add(new Say(Written.Fill(AnswersTexts.NothingForMarket, MarketNames.NameOf(market, language) ?? market)) { Abstains = true });
        }
    }

    private static IEnumerable<Article> ArticlesOf(Answer answer, KnowledgeBase knowledge) =>
        answer.Sentences.Select(sentence => sentence.ArticleId).Concat(answer.Facts.Select(fact => fact.ArticleId)).Distinct().Select(knowledge.Find).OfType<Article>();

    /// The chosen section of an article, or its summary.
    public static void Write(TurnContext turn, Article article, string? anchor)
    {
        var language = turn.State.Language.Code();
        if (article.Sections.FirstOrDefault(section => section.Anchor == anchor) is not { } chosen)
        {
            WriteSummary(turn, article);
            return;
        }

        if (language == "en")
        {
            turn.Say(AnswersTexts.QuotedInFrench);
        }

        foreach (var passage in chosen.Passages.Take(PassagesOfASubject))
        {
            turn.Say(passage.Text);
            Cite(turn, passage.Sources, PageOf(article, passage.Id, language));
        }
    }

    public static void WriteSummary(TurnContext turn, Article article)
    {
        var language = turn.State.Language.Code();
        turn.Say(article.Summary.In(language));
        Cite(turn, article.Sources.Take(PassagesOfASubject), new PageLink(article.Title.In(language), ArticleAddress.Of(article)));
    }

    private static void WriteSide(TurnContext turn, Answer answer, Article article, string language)
    {
        var sentences = answer.Sentences.Where(sentence => sentence.ArticleId == article.Id).ToList();
        foreach (var passage in sentences.GroupBy(sentence => sentence.PassageId))
        {
            turn.Say(string.Join(' ', passage.Select(sentence => sentence.Text)));
            Cite(turn, passage.SelectMany(sentence => sentence.Sources), PageOf(article, passage.Key, language));
        }

        var facts = answer.Facts.Where(fact => fact.ArticleId == article.Id).ToList();
        var disputed = Disputed(article, facts);
        foreach (var quoted in NotSaidYet(facts, sentences, language).Where(quoted => !disputed.Contains(quoted.Fact))
            .Take(sentences.Count > 0 ? MostFactsBesideSentences : MostFacts))
        {
            Quote(turn, quoted, article, language);
        }

        if (disputed.Count > 0)
        {
            turn.Say(AnswersTexts.SourcesDisagree);
            foreach (var fact in disputed)
            {
                turn.Say(AnswersTexts.FactOnDay, fact.Label.In(language), fact.Display(language), turn.State.Language.Date(fact.AsOf));
                Cite(turn, [fact.Source], PageOf(article, fact, language));
            }
        }
    }

    /// Figures for the same thing from several sources, newest first: which one is right is not for us to say. Of several such
    /// things, the first one that was asked for.
    private static List<Fact> Disputed(Article article, IEnumerable<QuotedFact> facts) => facts
        .Where(quoted => quoted.Validity == FactValidity.Current)
        .Select(quoted => article.Facts.Where(fact => fact.Key == quoted.Fact.Key && fact.Unit == quoted.Fact.Unit
            && (fact == quoted.Fact || (fact.Source != quoted.Fact.Source && fact.Display("fr") != quoted.Fact.Display("fr") && !IsOver(fact, quoted.Fact)))))
        .Select(same => same.OrderByDescending(fact => fact.AsOf).Take(MostFacts).ToList())
        .FirstOrDefault(same => same.Count > 1) ?? [];

    /// It held until something replaced it: that is history, not another opinion.
    private static bool IsOver(Fact fact, Fact current) => fact.ValidityOn(current.AsOf) != FactValidity.Current;

    /// A figure that stands in a sentence need not be quoted again; one that two sources give alike is quoted once.
    private static IEnumerable<QuotedFact> NotSaidYet(IEnumerable<QuotedFact> facts, IReadOnlyList<AnsweredSentence> sentences, string language) => facts
        .Where(quoted => !sentences.Any(sentence => sentence.Text.Contains(quoted.Fact.Display("fr"), StringComparison.Ordinal)))
        .DistinctBy(quoted => (quoted.Fact.Label, quoted.Fact.Display(language)));

    private static void Quote(TurnContext turn, QuotedFact quoted, Article article, string language)
    {
        var fact = quoted.Fact;
        var text = quoted.Validity switch
        {
            FactValidity.Expired => AnswersTexts.FactExpired,
            FactValidity.Upcoming => AnswersTexts.FactUpcoming,
            _ => AnswersTexts.Fact,
        };
        turn.Say(text, article.Title.In(language), fact.Label.In(language), fact.Display(language), fact.ValidFrom, fact.ValidTo);
        Cite(turn, [fact.Source], PageOf(article, fact, language));
    }

    private static PageLink PageOf(Article article, Fact fact, string language) =>
        new($"{article.Title.In(language)} – {ArticleTexts.KeyFacts}", ArticleAddress.Of(article, fact));

    private static PageLink PageOf(Article article, string passageId, string language)
    {
        var section = article.Sections.FirstOrDefault(section => section.Passages.Any(passage => passage.Id == passageId));
        var title = article.Title.In(language);
        return new PageLink(
            section is null ? title : $"{title} – {new ArticleWords(Languages.FromTag(language)).Section(section)}",
            ArticleAddress.OfPassage(article, passageId));
    }

    private static void Cite(TurnContext turn, IEnumerable<Source> sources, PageLink? page)
    {
        var distinct = sources.DistinctBy(source => source.Url).ToList();
        foreach (var source in distinct)
        {
            turn.Add(new Cite(source.Name, source.Url, source.Date) { Page = source == distinct[^1] ? page : null });
        }
    }
}
