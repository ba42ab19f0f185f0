using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Privacy;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// Who leads a conversation, the bot or a person; the firm is told of every change.
public sealed partial class Leading(DataTopic privacy, IServiceProvider services, DeskClock desk, IOptions<DeskOptions> options, TimeProvider clock)
{
    public void Begin(DeskCase step)
    {
        step.Turn.State = step.Turn.State with { Holder = new Holder(step.Handoff.Id, step.Expert!.Id, step.Expert.Name), Misses = 0 };
        step.Turn.Say(DeskTexts.PersonIsHere, step.Expert.Organisation.Length > 0 ? $"{step.Expert.Name} ({step.Expert.Organisation})" : step.Expert.Name);

        // The firm has been waiting all along.
        Await(step.Turn);
    }

    /// The bot says that it is a machine again, and goes on where it stood.
    public void End(TurnContext turn, string farewell)
    {
        turn.State = turn.State with { Holder = null };
        turn.Say(farewell);
        Resume(turn);
    }

    public void EndIfLed(DeskCase step, string farewell)
    {
        if (step.IsLed)
        {
            End(step.Turn, Written.Fill(farewell, step.Turn.State.Holder!.Name));
        }
    }

    public void Close(DeskCase step, bool wasLed, string? note)
    {
        if (note is not null)
        {
            step.Turn.Say(DeskTexts.ClosingNote, step.Expert!.Name, note);
        }

        if (wasLed)
        {
            step.Turn.State = step.Turn.State with { Holder = null };
            step.Turn.Say(DeskTexts.BotIsBack);
        }

        // Asked once, of whoever was helped in the chat. The diagnosis goes on after the answer, or with whatever is said instead.
        if (wasLed && step.Handoff is { State: HandoffState.Done or HandoffState.DoneNoHelp, Satisfaction: null })
        {
            step.Turn.Add(SatisfactionTopic.Question());
        }
        else if (wasLed)
        {
            Resume(step.Turn);
        }
    }

    /// False: the bot answers. A person who leads hears everything but what concerns the firm's data and the wish for the bot.
    public async Task<bool> HearAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.State.Holder is not { } holder)
        {
            return false;
        }

        if (turn.Turn.Input is not (Said or Chose))
        {
            return true;
        }

        if (privacy.ClaimOn(turn.Message, turn.Conversation) > Claim.None)
        {
            var outcome = await privacy.ContinueAsync(turn, cancellation);
            var others = turn.State.Topics.Where(name => name != DataTopic.TopicName);
            turn.State = turn.State with { Topics = outcome == TopicOutcome.Waits ? [.. others, DataTopic.TopicName] : [.. others] };
            return true;
        }

        if (turn.Message.ChoiceValue is null && WantsBot().IsMatch(turn.Message.Folded) && !Denied().IsMatch(turn.Message.Folded))
        {
            if (await turn.Data.Handoffs.SingleOrDefaultAsync(one => one.Id == holder.Handoff, cancellation) is { } handoff)
            {
                handoff.Version++;
            }

            turn.Data.HandoffEvents.Add(new HandoffEvent
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                HandoffId = holder.Handoff,
                Kind = HandoffEventKind.GivenBack,
                At = clock.GetUtcNow(),
            });
            End(turn, DeskTexts.BotIsBack);
            return true;
        }

        Await(turn);
        return true;
    }

    // From the first message that waits for an answer.
    private void Await(TurnContext turn)
    {
        if (turn.State.Holder is not { Awaited: null } holder)
        {
            return;
        }

        var entry = turn.Conversation.EntryCount;
        turn.State = turn.State with { Holder = holder with { Awaited = entry } };
        turn.Data.Enqueue(
            new DeskDeadline(DeadlineKind.Reply, holder.Handoff, entry),
            desk.Hours.AddWorkingTime(clock.GetUtcNow(), TimeSpan.FromMinutes(options.Value.MinutesToReply)), clock);
    }

    // Topics ask for this desk, which cannot ask for them in turn until they exist.
    private void Resume(TurnContext turn) =>
        services.GetServices<ITopic>().FirstOrDefault(topic => topic.Name == turn.State.Topics.LastOrDefault())?.Resume(turn);

    [GeneratedRegex(@"\A(?:le |the )?(?:robot|bot|chatbot)\z|\b(?:parler|revenir|retourner|retour|rendez|rendre|repasser|repassez|remettez|talk|speak|back|return)\b.*\b(?:au|le|du|the) (?:robot|bot|chatbot)\b", RegexOptions.NonBacktracking)]
    private static partial Regex WantsBot();

    [GeneratedRegex(@"\b(?:pas|plus|jamais|not|never|don t)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Denied();
}
