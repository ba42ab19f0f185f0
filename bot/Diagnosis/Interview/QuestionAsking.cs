using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Questions as parts of a reply.
public static class QuestionAsking
{
    // With "older answers" the keys of a phone; more buttons than that are not read either.
    private const int AnswersShown = 8;

    /// The question that waits, with its progress.
    public static Ask Of(Questionnaire questionnaire, DiagnosisProgress progress, Question question, Language language) => new(
        question.Text.In(language),
        [.. Choices(question, progress, language)],
        Interview.StepOf(questionnaire, progress),
        question.Spoken?.In(language))
    {
        Counts = true,
        Help = question.Help.In(language),
        Wants = question.Kind switch
        {
            QuestionKind.CompanyNumber => AnswerKind.Digits,
            _ when IsOpen(question) => AnswerKind.Words,
            _ when question.IsFigure => AnswerKind.Figure,
            _ => AnswerKind.Choice,
        },
    };

    /// After one of several was chosen: what else?
    public static Ask More(Questionnaire questionnaire, DiagnosisProgress progress, Question question, Language language)
    {
        var taken = AnswerWording.Shown(question, Answer.Of(progress.Taken)).In(language);
        var left = question.Choices.Where(choice => !choice.Exclusive && !progress.Taken.Contains(choice.Id));
        return new Ask(
            string.Format(language.Culture(), DiagnosisTexts.AnythingElse, taken),
            [.. left.Select(choice => Choice(question, choice, language)), new(ChoiceValues.Done(question), DiagnosisTexts.ChoiceDone)],
            Interview.StepOf(questionnaire, progress))
        {
            Counts = true,
        };
    }

    /// The two sides of a contradiction, and leaving it as it is.
    public static Ask Settle(Questionnaire questionnaire, Contradiction contradiction, Language language) => new(
        DiagnosisTexts.WhatIsRight,
        [
            .. contradiction.LookAt.Select(id => new Choice(
                ChoiceValues.Change(id),
                string.Format(language.Culture(), DiagnosisTexts.ChoiceChange, questionnaire.Find(id)!.Name.In(language)))),
            new(ChoiceValues.Keep, DiagnosisTexts.ChoiceKeep),
        ])
    {
        Counts = true,
    };

    /// The answers to choose from, the latest first, a few at a time.
    public static Ask AnswersToChange(Questionnaire questionnaire, DiagnosisProgress progress, int from, Language language)
    {
        var answered = questionnaire.Questions.Reverse().Where(question => progress.Answers.ContainsKey(question.Id)).ToList();
        from = from < answered.Count ? Math.Max(0, from) : 0;
        var choices = answered.Skip(from).Take(AnswersShown).Select(question => new Choice(ChoiceValues.Change(question.Id), Labelled(question)));
        return new Ask(DiagnosisTexts.ChooseToChange, from + AnswersShown < answered.Count
            ? [.. choices, new(ChoiceValues.CorrectFrom(from + AnswersShown), DiagnosisTexts.ChoiceOlder)]
            : [.. choices]);

        string Labelled(Question question)
        {
            var name = question.Name.In(language);
            var shown = AnswerWording.Shown(question, progress.Answers[question.Id]).In(language);
            return string.Format(language.Culture(), DiagnosisTexts.AnswerToChange, char.ToUpper(name[0], language.Culture()) + name[1..], shown);
        }
    }

    private static IEnumerable<Choice> Choices(Question question, DiagnosisProgress progress, Language language)
    {
        if (IsOpen(question))
        {
            return [new Choice(ChoiceValues.Unknown(question), DiagnosisTexts.ChoiceSkip)];
        }

        return question.Choices.Where(choice => !progress.Taken.Contains(choice.Id))
            .Select(choice => Choice(question, choice, language))
            .Append(new Choice(ChoiceValues.Unknown(question), DiagnosisTexts.ChoiceUnknown));
    }

    private static bool IsOpen(Question question) => question.Open || question.Kind is QuestionKind.Text or QuestionKind.CompanyNumber;

    private static Choice Choice(Question question, QuestionChoice choice, Language language) =>
        new(ChoiceValues.Of(question, choice), choice.Label.In(language));
}
