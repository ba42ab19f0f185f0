using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// Whom a caller is put through to: the request, the routing and the events are those of the chat, and the number is the roster's.
public sealed class ExpertCalls(
    HandoffRouting routing, HandoffRequests requests, Offering offering, RosterCodes codes, DeskClock desk, IOptions<DeskOptions> options, TimeProvider clock)
{
    // A call whose end was never told of does not keep its expert busy for ever.
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(2);

    /// Null: there is nobody to ring, now or later today.
    public async Task<CallState?> RingAsync(Run run, CallState state)
    {
        if (!desk.IsOpen || await ConversationAsync(run) is not { } conversation)
        {
            return null;
        }

        var handoff = await OpenAsync(run);
        var reachable = await ReachableAsync(run, conversation, handoff);
        if (reachable.Count == 0 && run.Lines.Expert is null)
        {
            return null;
        }

        if (handoff is null)
        {
            handoff = requests.Begin(run.Data, conversation);
        }
        else if (handoff.State == HandoffState.TakenCare)
        {
            // It is somebody's already: that person calls back.
            return null;
        }

        handoff.Version++;
        var busy = await BusyAsync(run);
        var free = reachable.FirstOrDefault(expert => !busy.Contains(expert.Id));
        if (free is null && reachable.Count > 0)
        {
            offering.Record(run.Data, handoff, null);
            return state with { Stage = Stage.Busy, Handoff = handoff.Id, Silences = 0 };
        }

        if (handoff.Round == 0 || handoff.ExpertId != free?.Id)
        {
            offering.Record(run.Data, handoff, free);
        }

        var said = await run.Data.Transcript.CountAsync(entry => entry.ConversationId == conversation.Id && entry.Text != null, run.Cancellation);
        var whisper = string.Join(' ', new[] { PhoneTexts.Whisper, SpokenBrief.Write(conversation, said, codes), PhoneTexts.WhisperKeys }.Where(part => part.Length > 0));
        return state with { Stage = Stage.Transfer, Handoff = handoff.Id, Expert = free?.Id, Standing = whisper };
    }

    public async Task<bool> IsAnyFreeAsync(Run run, CallState state)
    {
        if (state.Handoff is null || !desk.IsOpen || await ConversationAsync(run) is not { } conversation)
        {
            return false;
        }

        var busy = await BusyAsync(run);
        return (await ReachableAsync(run, conversation, await OpenAsync(run))).Exists(expert => !busy.Contains(expert.Id));
    }

    /// The two have talked, or whoever was rung did not take the call: then the next one has it, and the caller chooses a way on.
    public async Task<CallState> EndAsync(Run run, CallState state, DialEnded ended)
    {
        var after = ended.Bridged ? CallMoves.ToQuestion(state, PhoneTexts.WelcomeBack) : CallMoves.NotReached(state, ended.Outcome);
        if (await run.Data.Handoffs.SingleOrDefaultAsync(one => one.Id == state.Handoff, run.Cancellation) is not { State: HandoffState.Waiting } handoff
            || await ConversationAsync(run) is not { } conversation)
        {
            return after with { Expert = null };
        }

        if (ended.Bridged)
        {
            Take(run.Data, handoff, state.Expert);
            return after with { Expert = null };
        }

        if (await run.Data.HandoffEvents.AnyAsync(one => one.HandoffId == handoff.Id && one.Kind == HandoffEventKind.FileSent && one.ExpertId == state.Expert, run.Cancellation))
        {
            return after with { Expert = null, Notice = PhoneTexts.ExpertReadsFile };
        }

        var step = new DeskCase(new TurnContext(new Turn(run.Conversation, $"phone:{run.Turn.Id}", new Joined(), clock.GetUtcNow()), Message.Empty, conversation, run.Data), handoff, null, clock.GetUtcNow());
        step.Note(ended.Outcome is DialOutcome.Completed or DialOutcome.Answered ? HandoffEventKind.Refused : HandoffEventKind.Expired, state.Expert, $"phone: {ended.Outcome}");
        handoff.Version++;
        if (state.Expert is { } leaving)
        {
            await offering.ToNextAsync(step, leaving, run.Cancellation);
        }

        return after with { Expert = null };
    }

    /// What the expert keyed after the brief: 1 takes it, 3 wants the file first.
    public async Task HearAsync(ProductContext data, PhoneCall call, WhisperAnswered answered, CancellationToken cancellation)
    {
        var state = call.State;
        if (await data.Handoffs.SingleOrDefaultAsync(one => one.Id == state.Handoff, cancellation) is not { State: HandoffState.Waiting } handoff)
        {
            return;
        }

        if (answered.Accepted)
        {
            Take(data, handoff, state.Expert);
        }
        else if (answered.Key == "3" && !await data.HandoffEvents.AnyAsync(one => one.HandoffId == handoff.Id && one.Kind == HandoffEventKind.FileSent && one.ExpertId == state.Expert, cancellation))
        {
            Note(data, handoff, HandoffEventKind.FileSent, state.Expert);
            await MailAsync(data, call, handoff, state.Expert, cancellation);
        }
    }

    /// Whoever leaves a message wants to be called back.
    public async Task KeepAsync(Run run, CallState state)
    {
        if (await run.Data.Handoffs.SingleOrDefaultAsync(one => one.Id == state.Handoff, run.Cancellation) is { State: HandoffState.Waiting } handoff)
        {
            handoff.Contact ??= run.Own;
            handoff.Version++;
            Note(run.Data, handoff, HandoffEventKind.Noted, null, "phone: voice message");
        }
    }

    /// Whoever hung up before anybody answered, and left neither a number nor a message, cannot be reached.
    public async Task HangUpAsync(ProductContext data, PhoneCall call, CancellationToken cancellation)
    {
        if (call.State is { Callback: 0, Handoff: { } id }
            && await data.Handoffs.SingleOrDefaultAsync(one => one.Id == id, cancellation) is { State: HandoffState.Waiting, Contact: null } handoff
            && !await data.HandoffEvents.AnyAsync(one => one.HandoffId == id && one.Kind == HandoffEventKind.Noted, cancellation))
        {
            (handoff.State, handoff.ClosedAt) = (HandoffState.NotReachable, clock.GetUtcNow());
            handoff.Round++;
            handoff.Version++;
            Note(data, handoff, HandoffEventKind.Closed, null, "phone: hung up");
        }
    }

    private void Take(ProductContext data, Handoff handoff, Guid? expert)
    {
        Note(data, handoff, HandoffEventKind.Taken, expert);
        (handoff.State, handoff.ExpertId, handoff.TakenAt) = (HandoffState.TakenCare, expert, clock.GetUtcNow());
        if (expert is null)
        {
            // The desk's own number has no account in which it could be closed.
            (handoff.State, handoff.ClosedAt) = (HandoffState.Done, clock.GetUtcNow());
        }

        handoff.Round++;
        handoff.Version++;
    }

    private void Note(ProductContext data, Handoff handoff, HandoffEventKind kind, Guid? expert, string? note = null) => data.HandoffEvents.Add(new HandoffEvent
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        HandoffId = handoff.Id,
        Kind = kind,
        At = clock.GetUtcNow(),
        ExpertId = expert,
        Note = note,
    });

    private async Task MailAsync(ProductContext data, PhoneCall call, Handoff handoff, Guid? expert, CancellationToken cancellation)
    {
        var key = new ConversationKey(PhoneSetup.Channel, call.Id);
        var id = key.ToString();
        var conversation = await data.Conversations.AsNoTracking().Include(one => one.Diagnosis).SingleAsync(one => one.Id == id, cancellation);
        var transcript = await data.Transcript.AsNoTracking().Where(entry => entry.ConversationId == id).OrderBy(entry => entry.Sequence).ToListAsync(cancellation);
        var known = await data.Experts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == expert, cancellation);
        var turn = new TurnContext(new Turn(key, "file", new Joined(), clock.GetUtcNow()), Message.Empty, conversation, data);
        var match = await routing.FindAsync(data, conversation, ExpertChannel.Phone, [], cancellation);
        data.Enqueue(HandoffBrief.Write(handoff, desk.AnswersBy, match, codes, transcript, turn, known?.Email ?? options.Value.Mailbox), clock);
    }

    private static Task<Conversation?> ConversationAsync(Run run)
    {
        var id = run.Conversation.ToString();
        return run.Data.Conversations.AsNoTracking().Include(one => one.Diagnosis).SingleOrDefaultAsync(one => one.Id == id, run.Cancellation);
    }

    private static Task<Handoff?> OpenAsync(Run run)
    {
        var id = run.Conversation.ToString();
        return run.Data.Handoffs.Where(one => one.ConversationId == id && (one.State == HandoffState.Waiting || one.State == HandoffState.TakenCare))
            .OrderByDescending(one => one.RequestedAt).FirstOrDefaultAsync(run.Cancellation);
    }

    private async Task<List<Expert>> ReachableAsync(Run run, Conversation conversation, Handoff? handoff)
    {
        var parted = handoff is null ? [] : await Offering.PartedAsync(run.Data, handoff.Id, run.Cancellation);
        var match = await routing.FindAsync(run.Data, conversation, ExpertChannel.Phone, parted, run.Cancellation);
        return [.. match.Matches.Select(one => one.Expert).Where(expert => expert.Phone is not null)];
    }

    private async Task<HashSet<Guid>> BusyAsync(Run run)
    {
        var since = clock.GetUtcNow() - LongestCall;
        var busy = await run.Data.PhoneCalls
            .Where(call => call.ExpertId != null && call.EndedAt == null && call.LastTurnAt > since && call.Id != run.Call.Id)
            .Select(call => call.ExpertId!.Value).ToListAsync(run.Cancellation);
        return [.. busy];
    }
}
