using System.Globalization;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Search.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// When to be called back. The desk has the request already: what is said here is sent after it, and silence loses nothing.
public sealed partial class SlotTopic(IOptions<DeskOptions> options, DeskClock desk, TimeProvider clock) : ITopic
{
    public const string TopicName = "slot";

    private const string Asap = "slot:asap";

    private const string UtcFormat = "yyyy-MM-ddTHH:mmZ";

    // Most of a choice's words, and nothing else.
    private const double Meant = 0.6;

    private const int LongestWish = 200;

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("slot:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        _ when conversation.State.Topics.LastOrDefault() != Name => Claim.None,
        { Stance: not null } => Claim.Strong,
        _ when WantsAny(message) => Claim.Strong,
        _ when Named(message, conversation.State) is not null || SpeaksOfTime(message) => Claim.Strong,
        _ => Claim.None,
    };

    /// Nothing to ask of a firm that is written to, nor where the desk has no time to offer.
    public void Begin(TurnContext turn, string contact)
    {
        var others = turn.State.Topics.Where(name => name != Name);
        var asks = !Contacts.IsEmail(contact) && desk.CallbackSlots.Count > 0;
        turn.State = turn.State with { Topics = asks ? [.. others, Name] : [.. others] };
    }

    /// Right after the request, and after every digression.
    public void Resume(TurnContext turn) => Ask(turn);

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        var handoff = await turn.Data.Handoffs.AsNoTracking()
            .Where(one => one.ConversationId == turn.Conversation.Id)
            .OrderByDescending(one => one.RequestedAt)
            .FirstOrDefaultAsync(cancellation);
        if (handoff?.Contact is null || Contacts.IsEmail(handoff.Contact))
        {
            // An old choice: there is nobody to call.
            return TopicOutcome.Missed;
        }

        var number = Contacts.Shown(handoff.Contact);
        var chosen = turn.Message.ChoiceValue ?? Named(turn.Message, turn.State);
        if (Read(chosen) is { } slot)
        {
            return await TakeAsync(turn, handoff, slot, cancellation);
        }

        if (chosen is null && SpeaksOfTime(turn.Message) && !WantsAny(turn.Message))
        {
            var wish = Blanks().Replace(turn.Message.Raw, " ");
            wish = wish[..Math.Min(wish.Length, LongestWish)];
            await turn.Data.EnqueueAsync(SlotBrief.Write(handoff, $"« {wish} »", options.Value.Mailbox), handoff.ExpertId, clock, cancellation);
            turn.Say(DeskTexts.SlotWished, wish, number);
            return TopicOutcome.Ends;
        }

        // Whoever was not understood twice is not held up: the desk calls as soon as it can, as it does when nothing is said.
        if (chosen == Asap || WantsAny(turn.Message) || turn.Message.Stance is Stance.No or Stance.Skip or Stance.DontKnow || turn.State.Misses > 0)
        {
            turn.Say(DeskTexts.SlotAsap, number);
            return TopicOutcome.Ends;
        }

        return TopicOutcome.Missed;
    }

    private async Task<TopicOutcome> TakeAsync(TurnContext turn, Handoff handoff, DateTimeOffset slot, CancellationToken cancellation)
    {
        if (!desk.CanStillCallAt(slot))
        {
            turn.Say(DeskTexts.SlotGone);
            Ask(turn);
            return TopicOutcome.Waits;
        }

        if (await turn.Data.Handoffs.SingleOrDefaultAsync(one => one.Id == handoff.Id, cancellation) is { } booked)
        {
            booked.CallAt = slot;
            booked.Version++;
            turn.Data.Enqueue(new ScheduledCall(handoff.Id, slot, 1), slot, clock);
        }

        await turn.Data.EnqueueAsync(SlotBrief.Write(handoff, Window(slot, Language.French), options.Value.Mailbox), handoff.ExpertId, clock, cancellation);
        turn.Say(DeskTexts.SlotTaken, Window(slot, turn.State.Language), Contacts.Shown(handoff.Contact!));
        return TopicOutcome.Ends;
    }

    private void Ask(TurnContext turn)
    {
        var language = turn.State.Language;
        var slots = desk.CallbackSlots.Select(slot =>
        {
            var label = Window(slot, language);
            return new Choice($"slot:{slot.UtcDateTime.ToString(UtcFormat, CultureInfo.InvariantCulture)}", char.ToUpper(label[0], language.Culture()) + label[1..]);
        });
        turn.Add(new Ask(DeskTexts.AskSlot, [.. slots, new(Asap, DeskTexts.ChoiceAsap)]) { Help = DeskTexts.SlotHelp });
    }

    /// "mardi 24 novembre entre 9 h et 9 h 30"
    private static string Window(DateTimeOffset slot, Language language)
    {
        var begin = ParisTime.Of(slot);
        return Written.Fill(DeskTexts.ResourceManager.GetString(nameof(DeskTexts.Slot), language.Culture())!,
            language.Weekday(begin), language.Hour(begin), language.Hour(ParisTime.Of(slot + DeskClock.SlotLength)));
    }

    private static DateTimeOffset? Read(string? value) => DateTimeOffset.TryParseExact(
        value?["slot:".Length..], UtcFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var slot) ? slot : null;

    /// The one choice that words mean; none where they may mean two.
    private static string? Named(Message message, ConversationState state)
    {
        var candidates = state.Offered
            .Where(choice => choice.Value.StartsWith("slot:", StringComparison.Ordinal))
            .Select(choice => new ChoiceCandidate(choice.Value, [Folding.Fold(choice.Label), Folding.Fold(choice.Label.Replace("\u00A0h", " heures", StringComparison.Ordinal))]))
            .ToList();
        var matches = ChoiceMatcher.Match(message, candidates, allowOrdinals: true);
        return matches is [{ Score: >= Meant } best, ..] && matches.Skip(1).All(other => other.Score < best.Score) ? best.Id : null;
    }

    private static bool SpeaksOfTime(Message message) => message is { IsQuestion: false, ChoiceValue: null } && Time().IsMatch(message.Folded);

    private static bool WantsAny(Message message) => message.ChoiceValue is null && Any().IsMatch(message.Folded);

    [GeneratedRegex(@"\b(?:peu importe|n importe quand|(?:quand|comme) (?:vous voulez|tu veux)|au plus (?:vite|tot)|des que possible|any ?time|whenever|asap|i don t mind)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Any();

    [GeneratedRegex("""
        \b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd\ hui|matin|matinee|midi|apres\ midi|soir|soiree|semaine|heures?
        |monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|morning|noon|afternoon|evening|week|o\ clock
        |[0-9]{1,2}\ ?(?:h|am|pm))\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
