using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// One turn of one diagnosis: does what the move asks, and ends on what comes next.
internal sealed class DiagnosisRun(TurnContext turn, Diagnosis diagnosis, DiagnosisVersion version, DiagnosisEngine engine, TimeProvider clock)
{
    private readonly Questionnaire _questionnaire = version.Questionnaire;

    private Language Language => turn.State.Language;

    private DiagnosisProgress Progress
    {
        get => diagnosis.Progress;
        set => diagnosis.Progress = value;
    }

    /// The next thing: a contradiction to settle, the next question, or the result.
    public TopicOutcome GoOn()
    {
        if (Interview.Contradicted(_questionnaire, Progress) is { } contradiction)
        {
            Progress = Progress with { Asking = null, Settling = contradiction.Id, PointedOut = [.. Progress.PointedOut, contradiction.Id] };
            turn.Say(contradiction.Text.In(Language));
            turn.Add(QuestionAsking.Settle(_questionnaire, contradiction, Language));
            return TopicOutcome.Waits;
        }

        if (Interview.Next(_questionnaire, Progress) is not { } next)
        {
            return Finish();
        }

        if (next.Lead is { } lead && !Progress.Asked.Contains(next.Id))
        {
            turn.Say(lead.In(Language));
        }

        diagnosis.CompletedAt = null;
        return Ask(next);
    }

    public TopicOutcome Answer(Question question, Answer answer, bool sayWhatWasNoted)
    {
        if (Progress.Answers.ContainsKey(question.Id))
        {
            return Revise(question, answer);
        }

        if (Progress.Taken.Count > 0 && Progress.Asking == question.Id && !answer.Unknown)
        {
            answer = answer with { Choices = [.. Progress.Taken.Union(answer.Choices)] };
        }

        Progress = Interview.Record(_questionnaire, Progress, question, answer).Progress;
        if (sayWhatWasNoted && !answer.Unknown)
        {
            turn.Say(DiagnosisTexts.Noted, AnswerWording.Shown(question, answer).In(Language));
        }

        return GoOn();
    }

    public TopicOutcome AskAgain(Question question, Wording problem)
    {
        turn.Say(problem.In(Language));
        return Ask(question);
    }

    /// The number was given; the register may answer other questions with it.
    public TopicOutcome FillIn(Question question, Answer number, FoundCompany? found)
    {
        Progress = Interview.Record(_questionnaire, Progress, question, number).Progress;
        var news = found?.Answers.Where(entry => !Progress.Answers.ContainsKey(entry.Question.Id)).ToList() ?? [];
        if (found is null || news.Count == 0)
        {
            return GoOn();
        }

        foreach (var (asked, answer) in news)
        {
            Progress = Interview.Record(_questionnaire, Progress, asked, answer).Progress;
        }

        Progress = Progress with { Asking = null, Settling = Settlings.Confirm };
        turn.Say(found.Town is null ? DiagnosisTexts.CompanyFound : DiagnosisTexts.CompanyFoundIn, found.Name, found.Town);
        turn.Say(DiagnosisTexts.CompanySays, Wording.Join([.. news.Select(entry => AnswerWording.Said(entry.Question, entry.Answer))]).In(Language));
        AskToConfirm();
        return TopicOutcome.Waits;
    }

    public TopicOutcome Confirm(bool right)
    {
        if (Progress.Settling == Settlings.Confirm)
        {
            turn.Say(right ? DiagnosisTexts.CompanyConfirmed : DiagnosisTexts.CompanyRefused);
            Progress = right ? Progress : Progress with
            {
                Answers = Progress.Answers.Where(entry => entry.Value.Origin != AnswerOrigin.LookedUp).ToDictionary(),
            };
        }

        return GoOn();
    }

    public TopicOutcome Take(Question question, string choice)
    {
        Progress = Progress with { Taken = [.. Progress.Taken.Append(choice).Distinct()] };
        turn.Add(QuestionAsking.More(_questionnaire, Progress, question, Language));
        return TopicOutcome.Waits;
    }

    public TopicOutcome Done(Question question)
    {
        var answer = Progress.Taken.Count > 0 ? Diagnoses.Answer.Of(Progress.Taken) : Diagnoses.Answer.NotKnown;
        Progress = Progress with { Taken = [] };
        return Answer(question, answer, sayWhatWasNoted: false);
    }

    public TopicOutcome Revise(Question question, Answer answer)
    {
        // "Passer", on a question that one has come back to, leaves it as it was.
        if (answer.Unknown && turn.Message.Stance == Conversations.Understanding.Stance.Skip)
        {
            turn.Say(DiagnosisTexts.StillThere, AnswerWording.Shown(question, Progress.Answers[question.Id]).In(Language));
            return GoOn();
        }

        var before = Progress;
        var wasComplete = diagnosis.CompletedAt is not null;
        var result = wasComplete ? engine.Result(diagnosis) : null;
        var change = Interview.Record(_questionnaire, Progress, question, answer);
        ChangeTelling.Tell(turn, _questionnaire, before, change);
        Progress = change.Progress;
        if (result is null || Interview.Next(_questionnaire, Progress) is not null || Interview.Contradicted(_questionnaire, Progress) is not null)
        {
            return GoOn();
        }

        Progress = Interview.Ask(Progress, null);
        ResultTelling.TellChange(turn, diagnosis, result, engine.Result(diagnosis));
        return TopicOutcome.Ends;
    }

    public TopicOutcome Revisit(Question question, string saying)
    {
        turn.Say(saying, AnswerWording.Shown(question, Progress.Answers[question.Id]).In(Language));
        return Ask(question);
    }

    public TopicOutcome ListAnswers(int from)
    {
        if (Progress.Answers.Count == 0)
        {
            turn.Say(DiagnosisTexts.NothingAnswered);
            return GoOn();
        }

        turn.Add(QuestionAsking.AnswersToChange(_questionnaire, Progress, from, Language));
        return diagnosis.CompletedAt is null ? TopicOutcome.Waits : TopicOutcome.Ends;
    }

    public TopicOutcome Back()
    {
        if (Interview.Previous(_questionnaire, Progress) is not { } previous)
        {
            turn.Say(DiagnosisTexts.FirstQuestion);
            return Progress.Asking is null ? GoOn() : Ask(_questionnaire.Find(Progress.Asking)!);
        }

        if (Progress.Answers.ContainsKey(previous.Id))
        {
            return Revisit(previous, DiagnosisTexts.BackTo);
        }

        return Ask(previous);
    }

    public TopicOutcome Keep()
    {
        turn.Say(DiagnosisTexts.KeptAsIs);
        return GoOn();
    }

    public TopicOutcome Explain()
    {
        if (_questionnaire.Find(Progress.Asking) is not { } question)
        {
            return GoOn();
        }

        turn.Say(question.Help.In(Language));
        return Ask(question);
    }

    /// A finished diagnosis is asked for again: it is there, and another one can be begun.
    public TopicOutcome OfferAnother()
    {
        turn.Say(DiagnosisTexts.AlreadyDone);
        turn.Add(new Offer(DiagnosisTexts.ReportLabel, $"/diagnostic/{diagnosis.ReportToken}"));
        turn.Add(new Ask(DiagnosisTexts.WhatNext,
        [
            new(ChoiceValues.Correct, DiagnosisTexts.ChoiceCorrect),
            new(ChoiceValues.StartAfresh, DiagnosisTexts.ChoiceNew),
            new("person:ask", DiagnosisTexts.ChoicePerson),
        ]));
        return TopicOutcome.Ends;
    }

    /// After a digression, or after words that were not understood: the same question again.
    public void Resume()
    {
        if (Progress.Settling == Settlings.Confirm)
        {
            AskToConfirm();
        }
        else if (_questionnaire.Contradictions.FirstOrDefault(contradiction => contradiction.Id == Progress.Settling) is { } open)
        {
            turn.Say(open.Text.In(Language));
            turn.Add(QuestionAsking.Settle(_questionnaire, open, Language));
        }
        else if (_questionnaire.Find(Progress.Asking) is { } question)
        {
            AskAgain(question);
        }
        else
        {
            GoOn();
        }
    }

    private void AskAgain(Question question)
    {
        if (turn.State.Misses > 0)
        {
            turn.Say(question.Help.In(Language));
        }
        else
        {
            var step = Interview.StepOf(_questionnaire, Progress);
            turn.Say(DiagnosisTexts.Resumed, step.Step, step.Of);
        }

        turn.Add(Progress.Taken.Count > 0
            ? QuestionAsking.More(_questionnaire, Progress, question, Language)
            : QuestionAsking.Of(_questionnaire, Progress, question, Language));
    }

    private TopicOutcome Ask(Question question)
    {
        Progress = Interview.Ask(Progress, question);
        turn.Add(QuestionAsking.Of(_questionnaire, Progress, question, Language));
        return TopicOutcome.Waits;
    }

    private TopicOutcome Finish()
    {
        Progress = Interview.Ask(Progress, null);
        diagnosis.CompletedAt = clock.GetUtcNow();
        turn.Say(DiagnosisTexts.Thanks);
        ResultTelling.Tell(turn, diagnosis, engine.Result(diagnosis));
        return TopicOutcome.Ends;
    }

    private void AskToConfirm() => turn.Add(new Ask(DiagnosisTexts.IsThatRight,
        [new(ChoiceValues.Right, DiagnosisTexts.ChoiceRight), new(ChoiceValues.Wrong, DiagnosisTexts.ChoiceWrong)])
    { Counts = true });
}
