using CroissanceConnectee.Bot.Answers;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// A person when you ask for one: takes a phone number or an address, and nothing else, then passes the whole file on.
public sealed class PersonTopic(IOptions<DeskOptions> options, DeskClock desk, HandoffRequests requests, SlotTopic slots) : ITopic
{
    public const string TopicName = "person";

    private const string LiveNow = "person:live";

    private const string AnswerAt = "person:at:";

    private readonly DeskOptions _options = options.Value;

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("person:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { Command: Command.Person } => Claim.Certain,
        { WantsPerson: true } => Claim.Strong,
        { Frustrated: true } => Claim.Likely,
        _ when conversation.State.Topics.LastOrDefault() == Name => ClaimWhileAsking(message),
        // Another number, while a time for the call is being asked.
        _ when conversation.State.Topics.LastOrDefault() == SlotTopic.TopicName && Contacts.Find(message.Raw) is not null => Claim.Strong,
        // A number out of the blue wants to be called; elsewhere, whatever was asked for goes first.
        _ when Contacts.Only(message.Raw) is not null => conversation.State.Topics.LastOrDefault() is null or AnswersTopic.TopicName ? Claim.Strong : Claim.Weak,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        var asking = turn.State.Topics.LastOrDefault() == Name;
        if (Confirmed(turn, asking) is { } confirmed)
        {
            return await AcceptAsync(turn, confirmed, cancellation);
        }

        if (!asking && turn.Message.ChoiceValue is null && Contacts.Only(turn.Message.Raw) is { } unasked && turn.State.Topics.LastOrDefault() != SlotTopic.TopicName)
        {
            turn.Add(new Ask(Written.Fill(DeskTexts.AnswerThere, Contacts.Shown(unasked)), [new(AnswerAt + unasked, DeskTexts.ChoiceAnswerThere), new("person:no", DeskTexts.ChoiceNoThanks)]));
            return TopicOutcome.Waits;
        }

        if (Contacts.Find(turn.Message.Raw) is { } contact)
        {
            if (!asking)
            {
                SayWhenClosed(turn);
            }

            return await AcceptAsync(turn, contact, cancellation);
        }

        if (asking && (turn.Message.ChoiceValue == "person:no" || turn.Message.Stance is Stance.No or Stance.Skip))
        {
            turn.Say(DeskTexts.Declined);
            return TopicOutcome.Ends;
        }

        var wanted = turn.Message is { WantsPerson: true } or { Command: Command.Person } or { Frustrated: true } or { ChoiceValue: not null };
        if (asking && !wanted && turn.State.Misses == 0)
        {
            return TopicOutcome.Missed;
        }

        if (turn.Message.ChoiceValue == LiveNow)
        {
            if (await requests.AskLiveAsync(turn, cancellation))
            {
                return TopicOutcome.Ends;
            }

            turn.Say(DeskTexts.LiveGone);
        }

        if (turn.Message.Frustrated)
        {
            turn.Say(DeskTexts.SorryForTheTrouble);
        }

        if (await requests.CanTalkNowAsync(turn, cancellation))
        {
            turn.Add(new Ask(DeskTexts.LiveNow, [new(LiveNow, DeskTexts.ChoiceLiveNow), new("person:no", DeskTexts.ChoiceNoThanks)]) { Wants = AnswerKind.Contact });
            return TopicOutcome.Waits;
        }

        SayWhenClosed(turn);
        AskForContact(turn, Written.Fill(DeskTexts.WhereToReachYou, turn.State.Language.Moment(desk.AnswersBy)));
        return TopicOutcome.Waits;
    }

    public void Resume(TurnContext turn) => AskForContact(turn, DeskTexts.BackToContact);

    // The contact that was given unasked, after a yes.
    private static string? Confirmed(TurnContext turn, bool asking)
    {
        var chosen = turn.Message.ChoiceValue
            ?? (asking && turn.Message.Stance == Stance.Yes ? turn.State.Offered.Select(choice => choice.Value).FirstOrDefault(value => value.StartsWith(AnswerAt, StringComparison.Ordinal)) : null);
        return chosen?.StartsWith(AnswerAt, StringComparison.Ordinal) == true && Contacts.Only(chosen[AnswerAt.Length..]) is { } contact ? contact : null;
    }

    private static double ClaimWhileAsking(Message message) =>
        Contacts.Find(message.Raw) is not null || message.Stance is not null ? Claim.Strong : Claim.None;

    private void SayWhenClosed(TurnContext turn)
    {
        if (desk.Reopens is { } opening)
        {
            turn.Say(DeskTexts.Reopens, turn.State.Language.Moment(opening));
        }
    }

    private void AskForContact(TurnContext turn, string question)
    {
        if (_options.PhoneNumber is { Length: > 0 } number)
        {
            // Whoever is on the phone has called already.
            turn.SayOrSpeak(string.Format(turn.State.Language.Culture(), DeskTexts.OrCallUs, number), "");
        }

        turn.Add(new Ask(question, [new("person:no", DeskTexts.ChoiceNoThanks)]) { Wants = AnswerKind.Contact });
    }

    private async Task<TopicOutcome> AcceptAsync(TurnContext turn, string contact, CancellationToken cancellation)
    {
        await requests.AskAsync(turn, contact, cancellation);
        slots.Begin(turn, contact);
        return TopicOutcome.Ends;
    }
}
