using System.Text;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Tests.Judged;

internal enum Verdict
{
    Right,
    Wrong,
    Unanswered,
}

internal sealed record Judgement(JudgedQuestion Question, AnswerResult Result, Verdict Verdict)
{
    public override string ToString() => $"{Verdict,-10} [{Question.Style}] {Question.Ask}\n           {Told(Result)}";

    private static string Told(AnswerResult result) => result switch
    {
        Answer answer => string.Join(' ', answer.Sentences.Select(sentence => sentence.PassageId).Distinct().Concat(answer.Facts.Select(fact => $"{fact.ArticleId}:{fact.Fact.Key}")))
            + " « " + string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) + " »" + (answer.Otherwise is null ? "" : $" or {Told(answer.Otherwise)}"),
        NoAnswer none => $"{none.Reason}: {string.Join(", ", none.NearSubjects.Select(subject => $"{subject.ArticleId}#{subject.Section}"))}",
        _ => "",
    };
}

// Says whether a result is the one that an honest adviser would give.
internal static class Judge
{
    // The chat shows no more facts of an article than these: one that nobody sees answers nothing.
    private const int FactsAlone = 3;
    private const int FactsBesideSentences = 2;

    public static Verdict Of(JudgedQuestion question, AnswerResult result) => result switch
    {
        NoAnswer => question.Refuse ? Verdict.Right : Verdict.Unanswered,
        Answer when question.Refuse => Verdict.Wrong,
        Answer answer => Holds(question, answer) || (answer.Otherwise is { } otherwise && Holds(question, otherwise)) ? Verdict.Right : Verdict.Wrong,
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}"),
    };

    // Every sentence stands word for word in the passage that it names, and has a source that can be opened.
    public static bool IsCited(Answer answer, KnowledgeBase knowledge) =>
        answer.Sentences.Count + answer.Facts.Count > 0
        && answer.Sentences.All(sentence => sentence.Sources.Count > 0 && sentence.Sources.All(source => source.Url.Scheme is "http" or "https")
            && knowledge.Find(sentence.ArticleId) is { } article
            && (sentence.Language == "en" ? article.Summary.En : TextOf(article, sentence.PassageId)).Contains(sentence.Text, StringComparison.Ordinal))
        && answer.Facts.All(quoted => knowledge.Find(quoted.ArticleId)?.Facts.Contains(quoted.Fact) == true)
        && (answer.Otherwise is null || IsCited(answer.Otherwise, knowledge));

    private static string TextOf(Article article, string passageId) => article.Id + "#summary-1" == passageId
        ? article.Summary.Fr
        : article.Sections.SelectMany(section => section.Passages).FirstOrDefault(passage => passage.Id == passageId)?.Text ?? "";

    private static bool Holds(JudgedQuestion question, Answer answer)
    {
        var facts = Shown(answer);
        var places = answer.Sentences.Select(sentence => $"{sentence.ArticleId}#{sentence.Section}")
            .Concat(facts.Select(quoted => $"{quoted.ArticleId}:{quoted.Fact.Key}")).ToHashSet();
        if (question.All.Count > 0)
        {
            // A fact belongs to no section.
            return question.All.TrueForAll(wanted => places.Contains(wanted) || facts.Exists(quoted => wanted.StartsWith(quoted.ArticleId + "#", StringComparison.Ordinal)));
        }

        var text = Folded(string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)
            .Concat(facts.Select(quoted => $"{quoted.Fact.Label.Fr} {quoted.Fact.Display("fr")} {quoted.Fact.Display("en")}"))));
        return question.Right.Exists(places.Contains)
            && (question.Says.Count == 0 || question.Says.Exists(said => text.Contains(Folded(said), StringComparison.Ordinal)));
    }

    private static List<QuotedFact> Shown(Answer answer) =>
        [.. answer.Facts.Where(quoted => !answer.Sentences.Any(sentence => sentence.Text.Contains(quoted.Fact.Display("fr"), StringComparison.Ordinal)))
            .GroupBy(quoted => quoted.ArticleId)
            .SelectMany(facts => facts.Take(answer.Sentences.Any(sentence => sentence.ArticleId == facts.Key) ? FactsBesideSentences : FactsAlone))];

    private static string Folded(string text) =>
        PlainText.Fold(new StringBuilder(text).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2009', ' ').Replace('’', '\'').ToString());
}
