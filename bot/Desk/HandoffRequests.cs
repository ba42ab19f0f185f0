using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// A conversation has one open request at most: asking again, elsewhere or otherwise, changes it and keeps its reference and its place.
public sealed class HandoffRequests(
    IOptions<DeskOptions> options, DeskClock desk, HandoffRouting routing, RosterCodes codes, Offering offering, Presence presence, WaitingList queue, TimeProvider clock)
{
    /// Whether somebody who fits can talk in this very chat, now.
    public async Task<bool> CanTalkNowAsync(TurnContext turn, CancellationToken cancellation) =>
        turn.Turn.Conversation.Channel == "web" && desk.IsOpen && presence.Experts.Count > 0
        && (await MatchAsync(turn, ExpertChannel.Chat, cancellation)).Matches.Any(match => presence.Includes(match.Expert.Id));

    public async Task<Handoff> AskAsync(TurnContext turn, string contact, CancellationToken cancellation)
    {
        var handoff = await OpenAsync(turn, cancellation);
        var parted = handoff is null ? [] : await Offering.PartedAsync(turn.Data, handoff.Id, cancellation);
        var match = await routing.FindAsync(turn.Data, turn.Conversation, HandoffRouting.ChannelOf(contact), parted, cancellation);
        handoff ??= Begin(turn.Data, turn.Conversation);
        handoff.Contact = contact;
        if (handoff.ExpertId is null)
        {
            offering.Record(turn.Data, handoff, match.Matches.FirstOrDefault()?.Expert);
        }

        var expert = handoff.ExpertId is null ? null : await turn.Data.Experts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == handoff.ExpertId, cancellation);
        var due = desk.AnswersBy;
        await SendAsync(turn, handoff, match, due, cancellation);
        var who = expert is null ? DeskTexts.AnAdviser : expert.Organisation.Length > 0 ? $"{expert.Name} ({expert.Organisation})" : expert.Name;
        turn.Say(DeskTexts.Accepted, Contacts.Shown(contact), handoff.Reference, turn.State.Language.Moment(due), who);
        if (match.Referrals.FirstOrDefault(referral => referral.Ground != ReferralGround.EveryFirm) is { } referral)
        {
            // An address is for the eye.
            turn.SayOrSpeak(
                Written.Fill(DeskTexts.MeanwhileTurnTo, new MatchWords(codes, turn.State.Language).WhereElse(referral)),
                Written.Fill(DeskTexts.MeanwhileTurnTo, referral.Institution.Name.In(turn.State.Language)));
        }

        return handoff;
    }

    /// False when nobody is there any more.
    public async Task<bool> AskLiveAsync(TurnContext turn, CancellationToken cancellation)
    {
        var match = await MatchAsync(turn, ExpertChannel.Chat, cancellation);
        var handoff = await OpenAsync(turn, cancellation);
        if (match.Matches.FirstOrDefault(one => presence.Includes(one.Expert.Id)) is not { } here || !desk.IsOpen)
        {
            return false;
        }

        if (handoff is not { Live: true })
        {
            handoff ??= Begin(turn.Data, turn.Conversation);
            handoff.Live = true;
            offering.Record(turn.Data, handoff, here.Expert);
            await SendAsync(turn, handoff, match with { Matches = [here] }, desk.AnswersBy, cancellation);
        }

        var place = 1 + await turn.Data.Handoffs.CountAsync(
            one => one.Live && one.State == HandoffState.Waiting && one.RequestedAt < handoff.RequestedAt && one.Id != handoff.Id, cancellation);
        var wait = await queue.WaitAsync(turn.Data, place, cancellation);
        turn.Say(DeskTexts.LiveAccepted, handoff.Reference, place, wait is { } range ? Written.Fill(DeskTexts.WaitRange, range.From, range.To) : DeskTexts.WaitUnknown);
        return true;
    }

    private static async Task<Handoff?> OpenAsync(TurnContext turn, CancellationToken cancellation)
    {
        var open = await turn.Data.Handoffs
            .Where(one => one.ConversationId == turn.Conversation.Id && (one.State == HandoffState.Waiting || one.State == HandoffState.TakenCare))
            .OrderByDescending(one => one.RequestedAt)
            .FirstOrDefaultAsync(cancellation);
        if (open is not null)
        {
            open.Version++;
        }

        return open;
    }

    /// A new request, saved with whatever else is.
    public Handoff Begin(ProductContext data, Conversation conversation)
    {
        var handoff = new Handoff
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Reference = "CC-" + Codes.New(6),
            ConversationId = conversation.Id,
            DiagnosisId = conversation.DiagnosisId,
            RequestedAt = clock.GetUtcNow(),
        };
        data.Handoffs.Add(handoff);
        return handoff;
    }

    private async Task SendAsync(TurnContext turn, Handoff handoff, MatchResult match, DateTimeOffset due, CancellationToken cancellation)
    {
        var transcript = await turn.Data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == turn.Conversation.Id)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellation);
        var brief = HandoffBrief.Write(handoff, due, match, codes, transcript, turn, options.Value.Mailbox);
        await turn.Data.EnqueueAsync(brief, handoff.ExpertId, clock, cancellation);
    }

    private Task<MatchResult> MatchAsync(TurnContext turn, ExpertChannel channel, CancellationToken cancellation) =>
        routing.FindAsync(turn.Data, turn.Conversation, channel, [], cancellation);
}
