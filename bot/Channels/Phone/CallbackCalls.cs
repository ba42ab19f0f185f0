using System.Globalization;
using System.Text.Json;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// At the time that was promised: the expert is rung first, hears who is to be called, and then the firm is. Never twice at once.
public sealed class CallbackCalls(ICallControl line, IDbContextFactory<ProductContext> contexts, RosterCodes codes, DeskClock desk, TimeProvider clock) : IDelivery
{
    private const string Prefix = "callback:";

    private const int MostTries = 3;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(5);

    // The provider's clock is not ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    public string Kind => OutboxKinds.ScheduledCall;

    public async Task<OutboxState> DeliverAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var due = JsonSerializer.Deserialize(message.Payload, OutboxJson.Default.ScheduledCall)!;
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var handoff = await data.Handoffs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == due.Handoff, cancellation);
        if (handoff is not { State: HandoffState.Waiting or HandoffState.TakenCare, Contact: { } contact } || handoff.CallAt != due.At
            || Contacts.IsEmail(contact) || clock.GetUtcNow() > due.At + DeskClock.SlotLength)
        {
            return OutboxState.Done;
        }

        var expert = await data.Experts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == handoff.ExpertId && one.Active, cancellation);
        if ((expert?.Phone ?? desk.ExpertToRing) is not { } number)
        {
            // Whoever has it was told of the time by mail, and calls without our help.
            return OutboxState.Kept;
        }

        // Tried before: the call may have been made although nobody heard of it.
        if (message.Attempts > 1 && await WasMadeAsync(number, due.At + ((due.Try - 1) * BetweenTries), cancellation))
        {
            return OutboxState.Done;
        }

        var outcome = await line.CallAsync(new OutboundCall(number, $"{Prefix}{due.Handoff:N}:{due.Try}"), cancellation);
        if (outcome is { Kind: OutcomeKind.Done, Value: { } made })
        {
            await NoteAsync(data, made.CallId, due, expert?.Id, cancellation);
        }

        return outcome.Kind switch
        {
            OutcomeKind.Done => OutboxState.Done,
            OutcomeKind.NotConfigured => OutboxState.Kept,
            OutcomeKind.Refused => throw new UndeliverableException($"The provider refused it ({outcome.Status}, {outcome.Code})."),
            _ => throw new InvalidOperationException($"Not called so far: {outcome.Kind} ({outcome.Status}, {outcome.Code})."),
        };
    }

    /// Null where the call is not one that we made.
    public async Task<CallState?> BeginAsync(Run run, CallState state)
    {
        if (run.Turn.Reference is not { } reference || !reference.StartsWith(Prefix, StringComparison.Ordinal)
            || reference[Prefix.Length..].Split(':') is not [var id, var attempt] || !Guid.TryParse(id, out var wanted) || !int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var found = await run.Data.Handoffs.AsNoTracking().Where(one => one.Id == wanted)
            .Join(run.Data.Conversations.Include(one => one.Diagnosis), one => one.ConversationId, conversation => conversation.Id, (handoff, conversation) => new { handoff, conversation })
            .SingleOrDefaultAsync(run.Cancellation);
        if (found is not { handoff: { State: HandoffState.Waiting or HandoffState.TakenCare, Contact: not null } })
        {
            return state with { Stage = Stage.Goodbye, Now = PhoneTexts.CallbackGone };
        }

        var said = await run.Data.Transcript.CountAsync(entry => entry.ConversationId == found.conversation.Id && entry.Text != null, run.Cancellation);
        return state with
        {
            Stage = Stage.Callback,
            Handoff = wanted,
            Expert = found.handoff.ExpertId,
            Callback = number,
            Standing = $"{PhoneTexts.CallbackDue} {SpokenBrief.Write(found.conversation, said, codes)}",
            KeysOnly = true,
        };
    }

    public async Task<CallState> EndAsync(Run run, CallState state, DialEnded ended)
    {
        if (await run.Data.Handoffs.SingleOrDefaultAsync(one => one.Id == state.Handoff, run.Cancellation) is { } handoff)
        {
            handoff.Version++;
            if (ended.Bridged && handoff.State == HandoffState.Waiting)
            {
                (handoff.State, handoff.ExpertId, handoff.TakenAt) = (HandoffState.TakenCare, state.Expert, clock.GetUtcNow());
                handoff.Round++;
            }

            Note(run.Data, handoff.Id, ended.Bridged ? HandoffEventKind.Taken : HandoffEventKind.Noted, state.Expert, $"callback: {ended.Outcome}");
        }

        return state with { Stage = Stage.Goodbye, Callback = 0, Now = ended.Bridged ? "" : PhoneTexts.FirmAway };
    }

    /// The expert did not pick up, or hung up before the firm was rung: rung again a little later, and then left to the desk.
    public void HangUp(ProductContext data, PhoneCall call)
    {
        if (call.State is not { Callback: > 0 and var tried, Handoff: { } handoff })
        {
            return;
        }

        call.State = call.State with { Callback = 0 };
        Note(data, handoff, HandoffEventKind.Noted, call.State.Expert, $"callback: not answered, try {tried}");
        if (tried < MostTries && data.Handoffs.Local.FirstOrDefault(one => one.Id == handoff)?.CallAt is { } at)
        {
            data.Enqueue(new ScheduledCall(handoff, at, tried + 1), clock.GetUtcNow() + BetweenTries, clock);
        }
    }

    private void Note(ProductContext data, Guid handoff, HandoffEventKind kind, Guid? expert, string note) => data.HandoffEvents.Add(new HandoffEvent
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        HandoffId = handoff,
        Kind = kind,
        At = clock.GetUtcNow(),
        ExpertId = expert,
        Note = note,
    });

    private async Task<bool> WasMadeAsync(string number, DateTimeOffset since, CancellationToken cancellation)
    {
        var found = await line.FindCallsAsync(number, since - ClockDifference, cancellation);
        return found is { Kind: OutcomeKind.Done, Value: { } made }
            ? made.Any(one => one.Status is not CallStatus.Failed)
            : throw new InvalidOperationException($"Whether it was made is not known so far: {found.Kind} ({found.Status}, {found.Code}).");
    }

    /// A call that nobody answers never has a turn: what it was for must be known by then.
    private async Task NoteAsync(ProductContext data, string callId, ScheduledCall due, Guid? expert, CancellationToken cancellation)
    {
        if (await data.PhoneCalls.AnyAsync(call => call.Id == callId, cancellation))
        {
            return;
        }

        var now = clock.GetUtcNow();
        data.PhoneCalls.Add(new PhoneCall
        {
            Id = callId,
            StartedAt = now,
            LastTurnAt = now,
            ExpertId = expert,
            State = CallState.New with { Handoff = due.Handoff, Expert = expert, Callback = due.Try, Stage = Stage.Callback },
        });
        try
        {
            await data.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException raced) when (ProductContext.IsRace(raced))
        {
            // It was answered at once: its own turn has written it.
        }
    }
}
