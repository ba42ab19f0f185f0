using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses;

/// A diagnosis goes on here with its code, wherever it was begun.
public sealed class ResumeTopic(
    DiagnosisEngine engine, CodeGuard guard, IOptions<DiagnosisOptions> options, TimeProvider clock, ILogger<ResumeTopic> logger) : ITopic
{
    public const string TopicName = "resume";

    // Shown as an example of a code: it holds a U, which no code does.
    private const string Example = "7K3U9M";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly string[] Wishes = ["j ai un code", "j ai mon code", "avec un code", "avec mon code", "i have a code", "with a code", "my code"];

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("resume:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { Command: not null } => Claim.None,
        { ResumeCode: not null } => Claim.Strong,
        _ when Wishes.Any(wish => message.Folded.Contains(wish, StringComparison.Ordinal)) => Claim.Strong,
        _ when conversation.State.Topics.LastOrDefault() == Name && message.Stance is Stance.No or Stance.DontKnow or Stance.Skip => Claim.Strong,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Message.ResumeCode is { } code)
        {
            return await TryAsync(turn, code, cancellation);
        }

        var asking = turn.State.Topics.LastOrDefault() == Name;
        if (turn.Message.ChoiceValue == "resume:none" || (asking && turn.Message.Stance is not null))
        {
            turn.Say(DiagnosisTexts.NoCode);
            return TopicOutcome.Ends;
        }

        if (asking && turn.Message.ChoiceValue is null && turn.State.Misses == 0)
        {
            return TopicOutcome.Missed;
        }

        AskForCode(turn, string.Format(turn.State.Language.Culture(), DiagnosisTexts.AskCode, Example));
        return TopicOutcome.Waits;
    }

    public void Resume(TurnContext turn) => AskForCode(turn, DiagnosisTexts.BackToCode);

    private async Task<TopicOutcome> TryAsync(TurnContext turn, string code, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var wrong = turn.State.WrongCodes.Where(tried => tried > now - Hour).ToList();
        if (wrong.Count >= options.Value.WrongCodesPerHour)
        {
            turn.Say(DiagnosisTexts.TooManyCodes);
            return TopicOutcome.Ends;
        }

        if (guard.IsClosed)
        {
            logger.CodesPaused();
            turn.Say(DiagnosisTexts.CodesPaused);
            return TopicOutcome.Ends;
        }

        if (await turn.Data.Diagnoses.SingleOrDefaultAsync(diagnosis => diagnosis.ResumeCode == code, cancellation) is { } found)
        {
            return Attach(turn, found);
        }

        logger.WrongCode(turn.Conversation.Id);
        guard.CountWrong();
        turn.State = turn.State with { WrongCodes = [.. wrong, now] };
        turn.Add(new Ask(DiagnosisTexts.CodeUnknown, [NoCode, new(ChoiceValues.Start, ConversationTexts.ChoiceDiagnosis)]) { Wants = AnswerKind.Code });
        return TopicOutcome.Waits;
    }

    private TopicOutcome Attach(TurnContext turn, Diagnosis found)
    {
        var before = turn.Conversation.Diagnosis;
        if (before is not null && before.Id != found.Id)
        {
            turn.Say(DiagnosisTexts.SetAside, before.ResumeCode);
        }

        turn.Conversation.Diagnosis = found;
        turn.Conversation.DiagnosisId = found.Id;
        if (before?.Id == found.Id)
        {
            turn.Say(DiagnosisTexts.CodeOfThisOne);
        }
        else
        {
            turn.Say(DiagnosisTexts.CodeFound, found.Progress.Answers.Count);
        }

        var others = turn.State.Topics.Where(name => name != DiagnosisTopic.TopicName);
        if (found.CompletedAt is not null)
        {
            turn.State = turn.State with { Topics = [.. others] };
            ResultTelling.Tell(turn, found, engine.Result(found));
        }
        else
        {
            // On top of the pile: when this topic ends, the diagnosis resumes at the question where it stood.
            turn.State = turn.State with { Topics = [.. others, DiagnosisTopic.TopicName] };
        }

        return TopicOutcome.Ends;
    }

    private static Choice NoCode => new("resume:none", DiagnosisTexts.ChoiceNoCode);

    private static void AskForCode(TurnContext turn, string question) => turn.Add(new Ask(question, [NoCode]) { Wants = AnswerKind.Code });
}
