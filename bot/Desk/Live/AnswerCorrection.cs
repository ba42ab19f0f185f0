using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// What an expert corrects in a diagnosis holds for the firm at once: in its dossier, its report and its chat, with who corrected it.
public sealed class AnswerCorrection(DiagnosisLibrary library, MessageReader reader)
{
    /// The answer is the id of a choice, or words as the firm would have said them.
    public DeskOutcome Apply(DeskCase step, string questionId, string words)
    {
        if (step.Turn.Conversation.Diagnosis is not { } diagnosis
            || (library.Find(diagnosis.QuestionnaireVersion) ?? library.Newest).Questionnaire is not { } questionnaire
            || questionnaire.Find(questionId) is not { } question)
        {
            return new DeskOutcome(DeskResult.UnknownQuestion);
        }

        if (Read(question, words.Trim(), step.Turn.State) is not { } read)
        {
            return new DeskOutcome(DeskResult.NoAnswer);
        }

        var answer = read with { Origin = AnswerOrigin.Corrected, By = step.Expert!.Name };
        var before = diagnosis.Progress.Answers.GetValueOrDefault(question.Id);
        if (before?.Says(answer) == true)
        {
            return DeskOutcome.Done;
        }

        var progress = Interview.Record(questionnaire, diagnosis.Progress, question, answer).Progress;
        var next = Interview.Next(questionnaire, progress);
        diagnosis.Progress = progress.Asking is { } asking && (asking == question.Id || Interview.Sheet(questionnaire, progress).Applies(asking) == Truth.No)
            ? Interview.Ask(progress, next)
            : progress;
        diagnosis.CompletedAt = next is null ? diagnosis.CompletedAt : null;
        diagnosis.Version++;
        Tell(step, question, before, answer);
        return DeskOutcome.Done;
    }

    private Answer? Read(Question question, string words, ConversationState state) =>
        question.Choice(words) is { } choice && !question.IsFigure
            ? Answer.Of(choice.Id)
            : AnswerReader.Read(question, reader.Read(new Said(words), state with { Offered = [] }))?.Answer;

    private static void Tell(DeskCase step, Question question, Answer? before, Answer answer)
    {
        var language = step.Turn.State.Language;
        var (name, shown) = (question.Name.In(language), AnswerWording.Shown(question, answer).In(language));
        var was = before is null ? null : AnswerWording.Shown(question, before).In(language);
        step.Author = step.Expert!.Name;
        step.Turn.Say(was is null ? Written.Fill(DeskTexts.AnswerAdded, name, shown) : Written.Fill(DeskTexts.AnswerCorrected, name, shown, was));
        step.Note(HandoffEventKind.Corrected, step.Expert.Id, $"{question.Id}: {(before is null ? "-" : AnswerWording.Shown(question, before).In(Language.French))} → {AnswerWording.Shown(question, answer).In(Language.French)}");
    }
}
