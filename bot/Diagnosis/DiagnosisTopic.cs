using System.Runtime.CompilerServices;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The self-diagnosis in dialogue: one question at a time, any answer corrected at any moment, the result at the end.
public sealed class DiagnosisTopic(DiagnosisLibrary library, DiagnosisEngine engine, CompanyLookUp lookUp, TimeProvider clock) : ITopic
{
    public const string TopicName = "diagnosis";

    // What is claimed is understood again when the claim is granted: the same words, at the same point.
    private readonly ConditionalWeakTable<Message, Reading> _readings = [];

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => Understand(message, conversation)?.Claim ?? Claim.None;

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        var move = Understand(turn.Message, turn.Conversation)?.Move;
        if (move is null)
        {
            return TopicOutcome.Missed;
        }

        if (move is Move.StartAfresh || turn.Conversation.Diagnosis is not { } diagnosis || library.Find(diagnosis.QuestionnaireVersion) is not { } version)
        {
            return Begin(turn);
        }

        var run = new DiagnosisRun(turn, diagnosis, version, engine, clock);
        switch (move)
        {
            case Move.Start:
                return diagnosis.CompletedAt is null ? run.GoOn() : run.OfferAnother();
            case Move.Reply(var question, { Answer: null, Problem: { } problem }):
                return run.AskAgain(question, problem);
            case Move.Reply({ Kind: QuestionKind.CompanyNumber } question, { Answer.Text: { } number } reading):
                var found = await lookUp.FindAsync(version.Questionnaire, number, cancellation);
                return run.FillIn(question, reading.Answer!, found);
            case Move.Reply(var question, { Answer: { } answer } reading):
                return run.Answer(question, answer, reading.Interpreted);
            case Move.Take(var question, var choice):
                return run.Take(question, choice);
            case Move.Done(var question):
                return run.Done(question);
            case Move.Revise(var question, var answer):
                return run.Revise(question, answer);
            case Move.Revisit(var question):
                return run.Revisit(question, DiagnosisTexts.AskedBefore);
            case Move.ListAnswers(var from):
                return run.ListAnswers(from);
            case Move.Back:
                return run.Back();
            case Move.Keep:
                return run.Keep();
            case Move.Confirm(var right):
                return run.Confirm(right);
            case Move.Explain:
                return run.Explain();
            case Move.Outdated:
                turn.Say(DiagnosisTexts.NoLongerAsked);
                return run.GoOn();
            default:
                throw new ArgumentOutOfRangeException(nameof(turn), move, "A move that the diagnosis does not know.");
        }
    }

    public void Resume(TurnContext turn)
    {
        if (turn.Conversation.Diagnosis is { } diagnosis && library.Find(diagnosis.QuestionnaireVersion) is { } version)
        {
            new DiagnosisRun(turn, diagnosis, version, engine, clock).Resume();
        }
        else
        {
            Begin(turn);
        }
    }

    private Understood? Understand(Message message, Conversation conversation)
    {
        var (progress, topics) = (conversation.Diagnosis?.Progress, conversation.State.Topics);
        if (!_readings.TryGetValue(message, out var reading) || reading.Progress != progress || reading.Topics != topics)
        {
            reading = new Reading(progress, topics, Read(message, conversation));
            _readings.AddOrUpdate(message, reading);
        }

        return reading.Understood;
    }

    private Understood? Read(Message message, Conversation conversation)
    {
        var diagnosis = conversation.Diagnosis;
        var questionnaire = diagnosis is null ? null : library.Find(diagnosis.QuestionnaireVersion)?.Questionnaire;
        var topics = conversation.State.Topics;
        var standing = topics.LastOrDefault() == Name ? Standing.Speaking : topics.Contains(Name) ? Standing.Interrupted : Standing.Aside;
        return MoveReader.Read(questionnaire, diagnosis?.Progress, message, standing);
    }

    private TopicOutcome Begin(TurnContext turn)
    {
        if (turn.Conversation.Diagnosis is { } before)
        {
            turn.Say(library.Find(before.QuestionnaireVersion) is null ? DiagnosisTexts.VersionGone : DiagnosisTexts.SetAside, before.ResumeCode);
        }

        var now = clock.GetUtcNow();
        var diagnosis = new Diagnosis
        {
            Id = Guid.CreateVersion7(now),
            QuestionnaireVersion = library.Newest.Questionnaire.Version,
            ResumeCode = Codes.New(Diagnosis.CodeLength),
            ReportToken = Codes.NewToken(),
            StartedAt = now,
            Progress = DiagnosisProgress.Empty with { LooksUp = lookUp.IsOn },
        };
        turn.Data.Diagnoses.Add(diagnosis);
        turn.Conversation.Diagnosis = diagnosis;
        turn.Conversation.DiagnosisId = diagnosis.Id;
        turn.Say(DiagnosisTexts.Intro, diagnosis.ResumeCode);
        return new DiagnosisRun(turn, diagnosis, library.Newest, engine, clock).GoOn();
    }

    private sealed record Reading(DiagnosisProgress? Progress, IReadOnlyList<string> Topics, Understood? Understood);
}
