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
                return SpokenScript.Of(call.State, Lines);
            }

            call.State = await progress.MoveOnAsync(data, call, turn, Lines, cancellationToken);
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

            if (data.HasEffects)
            {
                outbox.Raise();
            }

            return SpokenScript.Of(call.State, Lines);
        }
    }

    /// Nothing that may be broken is asked for: not the database, not even the language.
    public CallScript Apologise(CallTurn turn) => new(
        turn.Apologies < 2 ? PhoneTexts.Sorry : PhoneTexts.SorryAgain,
        new Listen { Digits = 1, Patience = TimeSpan.FromSeconds(turn.Apologies < 2 ? 6 : 15) });

    public async Task OnEventAsync(LineEvent happened, CancellationToken cancellationToken)
    {
        // The legs to experts are calls of their own.
        if (happened is not CallStatusChanged { Status: >= CallStatus.Completed, ParentCallId: null } over)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await using var session = await sessions.OpenAsync(cancellationToken);
        var data = session.Data;
        await data.PhoneCalls.Where(call => call.Id == over.CallId && call.EndedAt == null)
            .ExecuteUpdateAsync(call => call.SetProperty(c => c.EndedAt, now), cancellationToken);
        await data.PhoneCalls.Where(call => call.LastTurnAt < now - CallsKept).ExecuteDeleteAsync(cancellationToken);
    }

    public Task<IReadOnlyList<string>> OnMessageAsync(TextMessage message, CancellationToken cancellationToken) =>
        messages.AnswerAsync(message, cancellationToken);

    private Lines Lines => new(desk.ExpertToRing, options.Value.PhoneNumber is { Length: > 0 } own ? own : null);

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
