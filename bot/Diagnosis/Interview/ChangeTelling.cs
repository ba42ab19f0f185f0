using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// What a corrected answer changed, in words.
public static class ChangeTelling
{
    public static void Tell(TurnContext turn, Questionnaire questionnaire, DiagnosisProgress before, Change change)
    {
        var language = turn.State.Language;
        var now = AnswerWording.Shown(change.Question, change.After).In(language);
        if (change.Before is null)
        {
            turn.Say(DiagnosisTexts.ChangedFromNothing, now);
            return;
        }

        if (change.Before.Says(change.After))
        {
            turn.Say(DiagnosisTexts.SameAsBefore, now);
            return;
        }

        turn.Say(DiagnosisTexts.Changed, Quoted(change.Question, change.After, language), Old(change, language));
        Mention(DiagnosisTexts.DropsAnswers, change.NoLongerAsked);
        Mention(DiagnosisTexts.AsksAgain, change.AskedAgain);
        var added = Asked(questionnaire, change.Progress) - Asked(questionnaire, before) + change.NoLongerAsked.Count;
        if (added > 0)
        {
            turn.Say(added == 1 ? DiagnosisTexts.OneMoreQuestion : DiagnosisTexts.MoreQuestions, added);
        }

        turn.Say(DiagnosisTexts.RestKept);

        void Mention(string text, IReadOnlyList<Question> questions)
        {
            if (questions.Count > 0)
            {
                turn.Say(text, Wording.Join([.. questions.Select(question => question.Name)]).In(language));
            }
        }
    }

    /// "12 personnes au lieu de 20": the unit is not said twice.
    private static string Old(Change change, Language language) => change switch
    {
        { Question.Kind: QuestionKind.Number, Before.Number: { } figure, After.Number: not null } => figure.ToString("N0", language.Culture()),
        _ => Quoted(change.Question, change.Before!, language),
    };

    /// The label of a choice is someone's words; a figure or a country is not.
    private static string Quoted(Question question, Answer answer, Language language)
    {
        var shown = AnswerWording.Shown(question, answer).In(language);
        return question.Kind is QuestionKind.One or QuestionKind.Several && !answer.Unknown
            ? string.Format(language.Culture(), DiagnosisTexts.Quoted, shown)
            : shown;
    }

    private static int Asked(Questionnaire questionnaire, DiagnosisProgress progress)
    {
        var sheet = Interview.Sheet(questionnaire, progress);
        return questionnaire.Questions.Count(question => sheet.Applies(question.Id) == Truth.Yes);
    }
}
