using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Answers;

/// Turns what the knowledge base found into parts of a reply: each quotation followed by its sources.
public static class AnswerParts
{
    /// What is said of a subject that was chosen, when no question was asked.
    private const int PassagesOfASubject = 2;

    /// More figures than these are not an answer any more.
    private const int MostFacts = 3;
    private const int MostFactsBesideSentences = 1;

    public static void Write(TurnContext turn, Answer answer, KnowledgeBase knowledge)
    {
        var language = turn.State.Language.Code();
        if (language == "en" && answer.Sentences.Any(sentence => sentence.Language == "fr"))
        {
            turn.Say(AnswersTexts.QuotedInFrench);
        }

        foreach (var passage in answer.Sentences.GroupBy(sentence => sentence.PassageId))
        {
            turn.Say(string.Join(' ', passage.Select(sentence => sentence.Text)));
            Cite(turn, passage.SelectMany(sentence => sentence.Sources), PageOf(knowledge.Find(passage.First().ArticleId), passage.Key, language));
        }

        foreach (var quoted in NotSaidYet(answer, language).Take(answer.Sentences.Count > 0 ? MostFactsBesideSentences : MostFacts))
        {
            Quote(turn, quoted, knowledge.Find(quoted.ArticleId), language);
        }

        foreach (var market in answer.UnansweredMarkets)
        {
            turn.Say(AnswersTexts.NothingForMarket, MarketNames.NameOf(market, language) ?? market);
        }
    }

    /// A figure that stands in a sentence need not be quoted again; one that two sources give alike is quoted once.
    private static IEnumerable<QuotedFact> NotSaidYet(Answer answer, string language) => answer.Facts
        .Where(quoted => !answer.Sentences.Any(sentence => sentence.Text.Contains(quoted.Fact.Display("fr"), StringComparison.Ordinal)))
        .DistinctBy(quoted => (quoted.ArticleId, quoted.Fact.Label, quoted.Fact.Display(language)));

    /// The chosen section of an article, or its summary.
    public static void Write(TurnContext turn, Article article, string? anchor)
    {
        var language = turn.State.Language.Code();
        if (article.Sections.FirstOrDefault(section => section.Anchor == anchor) is not { } chosen)
        {
            turn.Say(article.Summary.In(language));
            Cite(turn, article.Sources.Take(PassagesOfASubject), new PageLink(article.Title.In(language), ArticleAddress.Of(article)));
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

    private static void Quote(TurnContext turn, QuotedFact quoted, Article? article, string language)
    {
        var fact = quoted.Fact;
        var text = quoted.Validity switch
        {
            FactValidity.Expired => AnswersTexts.FactExpired,
            FactValidity.Upcoming => AnswersTexts.FactUpcoming,
            _ => AnswersTexts.Fact,
        };
        turn.Say(text, article?.Title.In(language), fact.Label.In(language), fact.Display(language), fact.ValidFrom, fact.ValidTo);
        Cite(turn, [fact.Source], article is null ? null : new PageLink(article.Title.In(language), ArticleAddress.Of(article, fact)));
    }

    // An article edited since the answer may be gone: the source then stands alone.
    private static PageLink? PageOf(Article? article, string passageId, string language)
    {
        if (article is null)
        {
            return null;
        }

        var section = article.Sections.FirstOrDefault(section => section.Passages.Any(passage => passage.Id == passageId));
        var title = article.Title.In(language);
        return new PageLink(section is null ? title : $"{title} – {section.Title}", ArticleAddress.OfPassage(article, passageId));
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
