using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The rules of the dialogue over one questionnaire: what is asked next, what an answer changes. Pure: progress in, progress out.
public static class Interview
{
    // Of the questions that an answer to come may still bring up, one in four is counted: with that share the announced
    // number moves least on the way.
    private const double ShareOfMaybe = 0.25;

    public static AnswerSheet Sheet(Questionnaire questionnaire, DiagnosisProgress progress) =>
        new(questionnaire, progress.Answers) { LooksUp = progress.LooksUp };

    /// The first question that applies and has no answer; null when everything is answered.
    public static Question? Next(Questionnaire questionnaire, DiagnosisProgress progress)
    {
        var sheet = Sheet(questionnaire, progress);
        return questionnaire.Questions.FirstOrDefault(question => sheet.Answer(question.Id) is null && sheet.Applies(question.Id) == Truth.Yes);
    }

    /// Waits for this question; null: for none, everything is answered.
    public static DiagnosisProgress Ask(DiagnosisProgress progress, Question? question) => progress with
    {
        Asking = question?.Id,
        Asked = question is null || progress.Asked.Contains(question.Id) ? progress.Asked : [.. progress.Asked, question.Id],
        Taken = [],
        Settling = null,
    };

    /// "Question 4 sur 14": how many are answered, and how many there will be as far as the answers tell.
    public static Progress StepOf(Questionnaire questionnaire, DiagnosisProgress progress)
    {
        var before = questionnaire.Questions.TakeWhile(question => question.Id != progress.Asking);
        var step = before.Count(question => progress.Answers.ContainsKey(question.Id)) + 1;
        return new Progress(step, Math.Max(step, progress.Answers.Count + Left(questionnaire, progress)));
    }

    /// How many questions have no answer yet; of those that later answers decide on, the usual share.
    public static int Left(Questionnaire questionnaire, DiagnosisProgress progress)
    {
        var sheet = Sheet(questionnaire, progress);
        var open = questionnaire.Questions.Where(question => sheet.Answer(question.Id) is null).Select(question => sheet.Applies(question.Id)).ToList();
        return open.Count(applies => applies == Truth.Yes) + (int)Math.Round(open.Count(applies => applies == Truth.Maybe) * ShareOfMaybe);
    }

    /// The question asked before the present one, among those that still apply.
    public static Question? Previous(Questionnaire questionnaire, DiagnosisProgress progress)
    {
        var sheet = Sheet(questionnaire, progress);
        var asked = progress.Asked.TakeWhile(id => id != progress.Asking);
        return asked.Reverse().Select(questionnaire.Find).FirstOrDefault(question => question is not null && sheet.Applies(question.Id) == Truth.Yes);
    }

    /// Takes an answer, new or changed. Answers that it makes meaningless are dropped, all others kept.
    public static Change Record(Questionnaire questionnaire, DiagnosisProgress progress, Question question, Answer answer)
    {
        var before = progress.Answers.GetValueOrDefault(question.Id);
        var answers = new Dictionary<string, Answer>(progress.Answers) { [question.Id] = answer };
        if (before is not null && !before.Says(answer))
        {
            DropDependents(questionnaire, answers, question.Id);
        }

        while (Beside(questionnaire, answers, progress.LooksUp) is { } beside)
        {
            answers.Remove(beside);
        }

        var kept = progress with
        {
            Answers = answers,
            Asked = [.. progress.Asked.Where(id => answers.ContainsKey(id) || !progress.Answers.ContainsKey(id))],
            Taken = [],
        };
        var dropped = progress.Answers.Keys.Where(id => !answers.ContainsKey(id)).ToHashSet();
        var sheet = Sheet(questionnaire, kept);
        return new Change(
            kept,
            question,
            before,
            answer,
            [.. questionnaire.Questions.Where(other => dropped.Contains(other.Id) && sheet.Applies(other.Id) == Truth.No)],
            [.. questionnaire.Questions.Where(other => dropped.Contains(other.Id) && sheet.Applies(other.Id) != Truth.No)]);
    }

    /// The first contradiction that holds and was not pointed out yet.
    public static Contradiction? Contradicted(Questionnaire questionnaire, DiagnosisProgress progress)
    {
        var sheet = Sheet(questionnaire, progress);
        return questionnaire.Contradictions.FirstOrDefault(contradiction =>
            !progress.PointedOut.Contains(contradiction.Id)
            && contradiction.LookAt.All(progress.Answers.ContainsKey)
            && sheet.Holds(contradiction.When));
    }

    private static void DropDependents(Questionnaire questionnaire, Dictionary<string, Answer> answers, string changed)
    {
        foreach (var dependent in questionnaire.Questions.Where(question => question.DependsOn.Contains(changed)))
        {
            if (answers.Remove(dependent.Id))
            {
                DropDependents(questionnaire, answers, dependent.Id);
            }
        }
    }

    /// An answer to a question that is not asked any more. The company number may have been given without being asked.
    private static string? Beside(Questionnaire questionnaire, Dictionary<string, Answer> answers, bool looksUp)
    {
        var sheet = new AnswerSheet(questionnaire, answers) { LooksUp = looksUp };
        return answers.Keys.FirstOrDefault(id =>
            sheet.Question(id).Kind != QuestionKind.CompanyNumber && sheet.Applies(id) == Truth.No);
    }
}

/// What one answer did. Before is null when it was the first answer to the question.
public sealed record Change(
    DiagnosisProgress Progress,
    Question Question,
    Answer? Before,
    Answer After,
    IReadOnlyList<Question> NoLongerAsked,
    IReadOnlyList<Question> AskedAgain);
