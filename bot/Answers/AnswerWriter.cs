using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Answers;

/// What the knowledge base found, with the addresses of our pages.
internal sealed class AnswerWriter(KnowledgeBase knowledge, Func<string, Uri> address, string language)
{
    public AnswerDocument Write(AnswerResult result) => result switch
    {
        Answer answer => new AnswerDocument
        {
            Outcome = AnswerOutcome.Answer,
            Markets = answer.Markets,
            Theme = answer.Theme,
            Sentences = [.. answer.Sentences.Select(Write).OfType<SentenceDocument>()],
            Facts = [.. answer.Facts.Select(Write).OfType<FactDocument>()],
            UnansweredMarkets = answer.UnansweredMarkets,
            Otherwise = answer.Otherwise is null ? null : Write(answer.Otherwise),
            NearSubjects = Write(answer.FurtherReading),
        },
        NoAnswer nothing => new AnswerDocument
        {
            Outcome = AnswerOutcome.NoAnswer,
            Reason = nothing.Reason.ToString(),
            Markets = nothing.Markets,
            Theme = nothing.Theme,
            NearSubjects = Write(nothing.NearSubjects),
        },
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}"),
    };

    // An article taken away between the answer and this line takes its sentences along: nothing leaves without its page.
    private SentenceDocument? Write(AnsweredSentence sentence) => knowledge.Find(sentence.ArticleId) is { } article
        ? new SentenceDocument(sentence.Text, sentence.Language, Cite(article, sentence.PassageId, ArticleAddress.OfPassage(article, sentence.PassageId), sentence.Sources))
        : null;

    private FactDocument? Write(QuotedFact quoted)
    {
        if (knowledge.Find(quoted.ArticleId) is not { } article)
        {
            return null;
        }

        var fact = quoted.Fact;
        var anchor = ArticleAddress.AnchorOf(article, fact);
        return new FactDocument(
            fact.Key, fact.Label.In(language), fact.Display(language), fact.Number, fact.Unit, quoted.Validity.ToString(),
            fact.AsOf, fact.ValidFrom, fact.ValidTo,
            Cite(article, $"{article.Id}#{anchor}", ArticleAddress.Of(article, fact), [fact.Source]));
    }

    private CitationDocument Cite(Article article, string passage, string path, IEnumerable<Source> sources) => new(
        passage, address(path), article.Title.In(language),
        [.. sources.Select(source => new SourceDocument(source.Name, source.Url, source.Date))]);

    private IReadOnlyList<SubjectDocument> Write(IEnumerable<Subject> subjects) =>
    [
        .. from subject in subjects
           let article = knowledge.Find(subject.ArticleId)
           where article is not null
           select new SubjectDocument(article.Id, subject.Title.In(language), address(ArticleAddress.Of(article, subject.Section))),
    ];
}
