using CroissanceConnectee.Bot.Channels.Sms;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// The phone line. Each turn of a call moves its state on, in one save; what is said follows from the state.
public sealed class PhoneHandler(
    TurnSessions sessions,
    CallProgress progress,
    TextMessages messages,
    NumberHash hash,
    DeskClock desk,
    IOptions<TelephonyOptions> options,
    ExpertCalls experts,
    CallbackCalls callbacks,
    DeskFeed feed,
    OutboxSignal outbox,
    TimeProvider clock) : ICallHandler
{
    private const int MaxAttempts = 3;

    // Long enough for somebody to call again about the same diagnosis; a caller's hash is of no use after that.
    private static readonly TimeSpan CallsKept = TimeSpan.FromDays(30);

    // Every turn asks for it.
    private static readonly Func<ProductContext, string, CancellationToken, Task<PhoneCall?>> FindAsync =
        EF.CompileAsyncQuery((ProductContext data, string id, CancellationToken _) => data.PhoneCalls.SingleOrDefault(call => call.Id == id));

    public async Task<CallScript> OnTurnAsync(CallTurn turn, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = await sessions.OpenAsync(cancellationToken);
            var data = session.Data;
            var call = await FindAsync(data, turn.CallId, cancellationToken) ?? Begin(data, turn);
            if (call.LastTurn == turn.Id || turn.Number < call.LastNumber)
            {
                return SpokenScript.Of(call.State, await LinesAsync(data, call.State, cancellationToken));
            }

            call.State = await progress.MoveOnAsync(data, call, turn, await LinesAsync(data, call.State, cancellationToken), cancellationToken);
            call.ExpertId = call.State.Stage is Stage.Transfer or Stage.Callback or Stage.CallingFirm ? call.State.Expert : null;
            (call.LastTurn, call.LastNumber, call.LastTurnAt) = (turn.Id, turn.Number, clock.GetUtcNow());
            call.Version++;
            try
            {
                await session.SaveAsync(cancellationToken);
            }
            catch (DbUpdateException raced) when (attempt < MaxAttempts && ProductContext.IsRace(raced))
            {
                continue;
            }

            Tell(data);
            return SpokenScript.Of(call.State, await LinesAsync(data, call.State, cancellationToken));
        }
    }

    /// Nothing that may be broken is asked for: not the database, not even the language.
    public CallScript Apologise(CallTurn turn) => new(
        turn.Apologies < 2 ? PhoneTexts.Sorry : PhoneTexts.SorryAgain,
        new Listen { Digits = 1, Patience = TimeSpan.FromSeconds(turn.Apologies < 2 ? 6 : 15) });

    public async Task OnEventAsync(LineEvent happened, CancellationToken cancellationToken)
    {
        if (happened is WhisperAnswered { ParentCallId: { } caller } answered)
        {
            await ChangeAsync(caller, (data, call) => experts.HearAsync(data, call, answered, cancellationToken), cancellationToken);
            return;
        }

        // The legs to experts are calls of their own.
        if (happened is not CallStatusChanged { Status: >= CallStatus.Completed, ParentCallId: null } over)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await ChangeAsync(over.CallId, async (data, call) =>
        {
            if (call.EndedAt is null)
            {
                call.EndedAt = now;
                await experts.HangUpAsync(data, call, cancellationToken);
                await data.Handoffs.Where(one => one.Id == call.State.Handoff).LoadAsync(cancellationToken);
                callbacks.HangUp(data, call);
            }
        }, cancellationToken);
        await using var session = await sessions.OpenAsync(cancellationToken);
        await session.Data.PhoneCalls.Where(call => call.LastTurnAt < now - CallsKept).ExecuteDeleteAsync(cancellationToken);
    }

    public Task<IReadOnlyList<string>> OnMessageAsync(TextMessage message, CancellationToken cancellationToken) =>
        messages.AnswerAsync(message, cancellationToken);

    private async Task ChangeAsync(string callId, Func<ProductContext, PhoneCall, Task> change, CancellationToken cancellation)
    {
        await using var session = await sessions.OpenAsync(cancellation);
        if (await FindAsync(session.Data, callId, cancellation) is not { } call)
        {
            return;
        }

        await change(session.Data, call);
        call.Version++;
        await session.SaveAsync(cancellation);
        Tell(session.Data);
    }

    private void Tell(ProductContext data)
    {
        if (data.HasEffects)
        {
            outbox.Raise();
        }

        foreach (var handoff in data.Handoffs.Local)
        {
            feed.Changed(handoff.Id);
        }
    }

    private async Task<Lines> LinesAsync(ProductContext data, CallState state, CancellationToken cancellation)
    {
        var own = options.Value.PhoneNumber is { Length: > 0 } number ? number : null;
        return state.Stage switch
        {
            Stage.Transfer when state.Expert is { } expert => new(await data.Experts.Where(one => one.Id == expert).Select(one => one.Phone).SingleOrDefaultAsync(cancellation), own),
            Stage.CallingFirm => new(null, own, await data.Handoffs.Where(one => one.Id == state.Handoff).Select(one => one.Contact).SingleOrDefaultAsync(cancellation)),
            _ => new(desk.ExpertToRing, own),
        };
    }

    private PhoneCall Begin(ProductContext data, CallTurn turn)
    {
        var now = clock.GetUtcNow();
        var call = new PhoneCall
        {
            Id = turn.CallId,
            CallerHash = Contacts.OfCaller(turn.Caller) is { } number ? hash.Of(number) : null,
            StartedAt = now,
            LastTurnAt = now,
        };
        data.PhoneCalls.Add(call);
        return call;
    }
}
