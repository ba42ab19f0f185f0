using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Desk;

/// Finds what the articles say, in pieces that can be quoted to a firm, each with its source.
public sealed class PassageSearch(KnowledgeBase knowledge)
{
    public const int LongestQuestion = 300;

    private const int MostFacts = 4;

    /// None where the articles do not answer. The firm's own subject completes a question that names none.
    public async Task<IReadOnlyList<Quotation>> FindAsync(string question, Dossier dossier, CancellationToken cancellation)
    {
        var asked = question.Trim();
        var language = dossier.Language.Code();
        var result = await knowledge.AskAsync(
            new Knowledge.Question(asked[..Math.Min(asked.Length, LongestQuestion)], language) { Markets = dossier.Need.Markets, Theme = dossier.Need.Theme }, cancellation);
        return result is not Answer answer ? [] :
        [
            .. answer.Sentences.GroupBy(sentence => sentence.PassageId).Select(passage => new Quotation(
                string.Join(' ', passage.Select(sentence => sentence.Text)), passage.First().Sources[0], Page(passage.First().ArticleId, article => ArticleAddress.OfPassage(article, passage.Key)))),
            .. answer.Facts.Where(quoted => quoted.Validity == FactValidity.Current).DistinctBy(quoted => (quoted.Fact.Label, quoted.Fact.Display(language))).Take(MostFacts).Select(quoted => new Quotation(
                $"{quoted.Fact.Label.In(language)} : {quoted.Fact.Display(language)}", quoted.Fact.Source, Page(quoted.ArticleId, article => ArticleAddress.Of(article, quoted.Fact)))),
        ];
    }

    private string? Page(string articleId, Func<Article, string> address) => knowledge.Find(articleId) is { } article ? address(article) : null;
}

/// Word for word. Page: where our own pages say it, beside its context.
public sealed record Quotation(string Text, Source Source, string? Page)
{
    /// As it is sent to a firm.
    public string In(Language language) => language.Bound(string.Format(
        language.Culture(), ReplyTemplateTexts.ResourceManager.GetString(nameof(ReplyTemplateTexts.Quotation), language.Culture())!,
        Text, Source.Name, language.Date(Source.Date), Source.Url));
}
