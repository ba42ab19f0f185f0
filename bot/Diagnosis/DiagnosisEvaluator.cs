using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses;

/// What a diagnosis comes to, at any moment and on its own version of the questionnaire. Everything that tells a result asks here.
public sealed class DiagnosisEvaluator(DiagnosisLibrary library, KnowledgeBase knowledge)
{
    /// Null when the version of the questionnaire is not kept any more.
    public DiagnosisResult? Evaluate(Diagnosis diagnosis) =>
        library.Find(diagnosis.QuestionnaireVersion) is { } version
            ? Evaluate(version, diagnosis.Progress, knowledge.Articles.ToDictionary(article => article.Id))
            : null;

    public static DiagnosisResult Evaluate(DiagnosisVersion version, DiagnosisProgress progress, IReadOnlyDictionary<string, Article> articles)
    {
        var (questionnaire, rules) = version;
        var answers = Interview.Sheet(questionnaire, progress);
        var axes = Scoring.Score(answers);
        var overall = Scoring.Overall(axes);
        var sheet = new AnswerSheet(questionnaire, progress.Answers)
        {
            LooksUp = progress.LooksUp,
            Scores = axes.Where(axis => axis.Known).ToDictionary(axis => axis.Id, axis => axis.Score),
        };
        var firm = Firm.Of(sheet, rules.RegionalAid);
        var aidArticle = articles.GetValueOrDefault(rules.RegionalAid.Article);
        return new DiagnosisResult
        {
            Version = questionnaire.Version,
            Axes = axes,
            Overall = overall,
            Level = Scoring.Level(questionnaire, overall),
            Plan = Planning.Choose(sheet, rules, firm, articles),
            RegionalAid = RegionalAid.Judge(sheet, firm, rules.RegionalAid, aidArticle is null ? null : Planning.LinkTo(aidArticle)),
            Answers = [.. questionnaire.Questions
                .Where(question => progress.Answers.ContainsKey(question.Id))
                .Select(question => Answered(question, progress.Answers[question.Id]))],
        };
    }

    private static AnsweredQuestion Answered(Question question, Answer answer) =>
        new(question.Id, question.Text, question.Name, AnswerWording.Shown(question, answer), answer.Origin, answer.Unknown);
}
