using System.Globalization;
using CroissanceConnectee.Bot.Conversations.Topics;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Conversations;

/// Decides which topic takes a message, and what happens to the ones that were interrupted.
public sealed class Dialogue(IEnumerable<ITopic> topics, MenuTopic menu, PersonTopic person)
{
    private const int MissesBeforePerson = 3;

    private readonly IReadOnlyList<ITopic> _topics = [.. topics];

    public async Task TakeTurnAsync(TurnContext turn, CancellationToken cancellation)
    {
        switch (turn.Turn.Input)
        {
            case Joined:
                menu.Welcome(turn);
                break;
            case Silent:
                await menu.RepeatAsync(turn, cancellation);
                break;
            default:
                await AnswerAsync(turn, cancellation);
                break;
        }
    }

    private async Task AnswerAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Conversation.EntryCount == 0)
        {
            menu.Introduce(turn);
        }

        var spoke = Active(turn)?.Name;
        var assigned = Assign(turn);
        foreach (var (message, topic) in assigned)
        {
            spoke = await RunAsync(turn.With(message, moreFollows: message != assigned[^1].Message), topic, cancellation);

            // A culture set within an awaited method is forgotten on the way out: the topic may have changed the language.
            CultureInfo.CurrentUICulture = turn.State.Language.Culture();
        }

        // A digression is over: the topic that it interrupted goes on, and says so. A repetition ends on its question already.
        if (Active(turn) is { } waiting && waiting.Name != spoke && turn.Message.Command != Command.Repeat)
        {
            waiting.Resume(turn);
        }
    }

    /// One message, or the several in one sentence; the topic under way last, so that the reply ends on its next question.
    private IReadOnlyList<(Message Message, ITopic? Topic)> Assign(TurnContext turn)
    {
        var parts = turn.Message.Parts.Select(part => (part, Topic: Best(part, turn.Conversation))).ToList();
        var meanings = parts.Select(part => part.Topic?.Name).Distinct();
        return parts.Count > 1 && parts.TrueForAll(part => part.Topic is not null) && meanings.Count() > 1
            ? [.. parts.OrderBy(part => part.Topic == Active(turn))]
            : [(turn.Message, Best(turn.Message, turn.Conversation))];
    }

    private ITopic? Best(Message message, Conversation conversation) => _topics
        .Select(topic => (Topic: topic, Claim: topic.ClaimOn(message, conversation)))
        .Where(candidate => candidate.Claim >= Claim.Weak)
        .OrderByDescending(candidate => candidate.Claim)
        .ThenByDescending(candidate => candidate.Topic.Name == conversation.State.Topics.LastOrDefault())
        .Select(candidate => candidate.Topic)
        .FirstOrDefault();

    private ITopic? Active(TurnContext turn) =>
        turn.State.Topics.LastOrDefault() is { } name ? _topics.FirstOrDefault(topic => topic.Name == name) : null;

    /// The name of the topic that has the last word.
    private async Task<string?> RunAsync(TurnContext turn, ITopic? topic, CancellationToken cancellation)
    {
        topic ??= Active(turn);
        var outcome = topic is null ? TopicOutcome.Missed : await topic.ContinueAsync(turn, cancellation);
        if (topic is null || outcome == TopicOutcome.Missed)
        {
            return await MissAsync(turn, cancellation);
        }

        var others = turn.State.Topics.Where(name => name != topic.Name);
        turn.State = turn.State with { Misses = 0, Topics = outcome == TopicOutcome.Waits ? [.. others, topic.Name] : [.. others] };
        return topic.Name;
    }

    private async Task<string?> MissAsync(TurnContext turn, CancellationToken cancellation)
    {
        var misses = turn.State.Misses + 1;
        if (misses >= MissesBeforePerson)
        {
            turn.Say(ConversationTexts.MissedThrice);
            return await RunAsync(turn, person, cancellation);
        }

        turn.State = turn.State with { Misses = misses };
        if (misses == 1)
        {
            turn.Say(ConversationTexts.MissedOnce);
        }
        else
        {
            turn.SayOrSpeak(ConversationTexts.MissedTwice, ConversationTexts.MissedTwiceSpoken);
        }

        if (Active(turn) is { } active)
        {
            active.Resume(turn);
        }
        else
        {
            menu.Offer(turn);
        }

        return Active(turn)?.Name;
    }
}
