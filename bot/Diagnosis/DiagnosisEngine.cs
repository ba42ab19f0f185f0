using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses;

/// What a diagnosis comes to, at any moment and on its own version of the questionnaire. Everything that tells a result asks here.
public sealed class DiagnosisEngine(DiagnosisLibrary library, KnowledgeBase knowledge)
{
    /// A diagnosis whose own version is not kept any more is judged by the newest: its answers to what is still asked count.
    public DiagnosisResult Result(Diagnosis diagnosis)
    {
        var version = VersionOf(diagnosis);
        var known = diagnosis.Progress.Answers.Where(entry => version.Questionnaire.Find(entry.Key) is not null).ToDictionary();
        return Evaluate(version, diagnosis.Progress with { Answers = known }, knowledge.Articles.ToDictionary(article => article.Id));
    }

    /// How many questions are still to be answered, as far as the answers tell.
    public int QuestionsLeft(Diagnosis diagnosis) => Interview.Left(VersionOf(diagnosis).Questionnaire, diagnosis.Progress);

    /// What is best asked of the firm next; null when everything is answered.
    public Question? Next(Diagnosis diagnosis) => Interview.Next(VersionOf(diagnosis).Questionnaire, diagnosis.Progress);

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

    private DiagnosisVersion VersionOf(Diagnosis diagnosis) => library.Find(diagnosis.QuestionnaireVersion) ?? library.Newest;

    private static AnsweredQuestion Answered(Question question, Answer answer) =>
        new(question.Id, question.Text, question.Name, AnswerWording.Shown(question, answer), answer.Origin, answer.Unknown, answer.By);
}
