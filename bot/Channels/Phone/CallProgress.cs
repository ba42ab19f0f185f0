using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// One turn of a call: what the caller did is read, done, and gives where the call stands now.
public sealed class CallProgress(TurnHandler turns, WordReader words, CallEffects effects, ExpertCalls experts, CallbackCalls callbacks, TimeProvider clock)
{
    public async Task<CallState> MoveOnAsync(ProductContext data, PhoneCall call, CallTurn turn, Lines lines, CancellationToken cancellation)
    {
        var own = Contacts.OfCaller(turn.Caller);
        var state = call.State with { Notice = "", HasNumber = own is not null };
        CultureInfo.CurrentUICulture = state.Language.Culture();
        var run = new Run(data, call, turn, lines, own, cancellation);
        return turn.Input switch
        {
            CallStarted when await callbacks.BeginAsync(run, state) is { } callback => callback,
            CallStarted => await GreetAsync(run, state),
            Spoke spoke => await DoAsync(run, state, words.Read(state, spoke.Text, spoke.Confidence, own)),
            Pressed { Digits.Length: 0 } => await DoAsync(run, state, KeyReader.Finish(state)),
            Pressed pressed => await DoAsync(run, state, KeyReader.Read(state, pressed.Digits, own)),
            Telephony.Silent => await StaySilentAsync(run, state),
            DialEnded ended when state.Stage == Stage.CallingFirm => await callbacks.EndAsync(run, state, ended),
            DialEnded ended when state.Handoff is not null => await experts.EndAsync(run, state, ended),
            DialEnded { Bridged: true } => CallMoves.ToQuestion(state, PhoneTexts.WelcomeBack),
            DialEnded ended => CallMoves.NotReached(state, ended.Outcome),
            Waiting when turn.Queue?.Position == 1 && await experts.IsAnyFreeAsync(run, state) => state with { Stage = Stage.LeavingForExpert, Now = "" },
            Waiting => InQueue(state, turn.Queue),
            QueueLeft { Outcome: QueueOutcome.Bridged } => CallMoves.ToQuestion(state, PhoneTexts.WelcomeBack),
            QueueLeft when state.Stage == Stage.LeavingForExpert => await DoAsync(run, state, new CallerWish.Person()),
            QueueLeft when state.Stage == Stage.LeavingQueue => await DoAsync(run, state, new CallerWish.Callback()),
            QueueLeft => CallMoves.NotReached(state, DialOutcome.NoAnswer),
            MessageRecorded message => await KeepAsync(run, state, message),
            _ => CallMoves.HearAgain(state) with { ByKeys = state.ByKeys },
        };
    }

    private async Task<CallState> DoAsync(Run run, CallState state, CallerWish wish)
    {
        switch (wish)
        {
            case CallerWish.Tell tell:
                return await TellAsync(run, state with { ByKeys = state.ByKeys || tell.ByKeys }, tell.Input);
            case CallerWish.Doubtful doubt:
                return state with { Stage = Stage.Confirm, Doubtful = doubt.Words, Silences = 0 };
            case CallerWish.Deny:
                return CallMoves.Deny(state);
            case CallerWish.GoOn:
                return CallMoves.GoOn(state);
            case CallerWish.SkipRest or CallerWish.NoText when state.Stage != Stage.TextBeforeLeaving:
                return CallMoves.ToQuestion(state, wish is CallerWish.NoText ? PhoneTexts.NoText : "");
            case CallerWish.NoText:
                return state with { Stage = Stage.Goodbye, Now = "" };
            case CallerWish.HearAgain:
                return CallMoves.HearAgain(state);
            case CallerWish.OtherChoices:
                return CallMoves.OtherChoices(state);
            case CallerWish.SaidNothing:
                return CallMoves.AfterSilence(state);
            case CallerWish.TypeNumber:
                return CallMoves.ToQuestion(state) with { Types = true };
            case CallerWish.WrongKey:
                return CallMoves.WrongKey(state);
            case CallerWish.Person:
                return await experts.RingAsync(run, state) ?? await TellAsync(run, state, new Said(PhoneTexts.WordPerson));
            case CallerWish.Wait:
                return state with { Stage = Stage.EnterQueue, Silences = 0 };
            case CallerWish.CallFirm:
                return state with { Stage = Stage.CallingFirm, Silences = 0 };
            case CallerWish.Leave when state.Stage == Stage.Callback:
                return state with { Stage = Stage.Goodbye, Now = "" };
            case CallerWish.Callback when state.Stage == Stage.Queue:
                return state with { Stage = Stage.LeavingQueue, Now = "" };
            case CallerWish.Callback:
                return await TellAsync(run, state, new Said(run.Own is null
                    ? PhoneTexts.WordPerson
                    : Written.Fill(PhoneTexts.CallMeBack, run.Own)));
            case CallerWish.LeaveMessage:
                return state with { Stage = Stage.Message };
            case CallerWish.ByText text:
                return await effects.SendAsync(run, state, text.Kind);
            case CallerWish.Elsewhere:
                return await effects.GoElsewhereAsync(run, state);
            case CallerWish.KeyedCode keyed:
                return await effects.FindCodeAsync(run, state, keyed.Digits) is { } code
                    ? await TellAsync(run, state, new Said(code))
                    : CallMoves.ToQuestion(state, PhoneTexts.KeyedCodeUnknown) with { WrongCodes = state.WrongCodes + 1 };
            case CallerWish.Leave:
                return await LeaveAsync(run, state);
            default:
                throw new ArgumentOutOfRangeException(nameof(wish), wish, "A wish that the line does not know.");
        }
    }

    /// The conversation answers, as on every channel.
    private async Task<CallState> TellAsync(Run run, CallState state, TurnInput input)
    {
        var said = new Turn(run.Conversation, run.Turn.Id, input, clock.GetUtcNow())
        {
            Locale = run.Turn.Language ?? state.Language.Culture().Name,
            Heard = CallMoves.Heard(state, run.Turn.Heard),
        };
        var entry = await turns.HandleAsync(said, run.Cancellation);
        CultureInfo.CurrentUICulture = entry.Reply.Language.Culture();
        var next = SpokenReply.Onto(state, entry.Reply, input is Said words ? words.Text : null);
        return CallEffects.MentionsReference(run, next, entry.Reply) ? next with { Stage = Stage.Text, Text = TextKind.Answer } : next;
    }

    private async Task<CallState> GreetAsync(Run run, CallState state)
    {
        var greeted = await TellAsync(run, state, new Joined());
        return greeted with { Now = $"{greeted.Now} {PhoneTexts.Keys}", Greets = true };
    }

    private async Task<CallState> KeepAsync(Run run, CallState state, MessageRecorded message)
    {
        var kept = effects.TakeMessage(run, state, message);
        if (kept.Stage == Stage.Question)
        {
            await experts.KeepAsync(run, state);
        }

        return kept;
    }

    /// A call that nobody here has heard of begins with who is speaking.
    private async Task<CallState> StaySilentAsync(Run run, CallState state) =>
        run.Call.LastTurn.Length == 0 ? await GreetAsync(run, state) : CallMoves.AfterSilence(state);

    private async Task<CallState> LeaveAsync(Run run, CallState state)
    {
        var told = await TellAsync(run, state, new Said(PhoneTexts.WordStop));
        var offersLink = CallEffects.CanText(run) && await effects.HasUnfinishedAsync(run);
        return told with { Stage = offersLink ? Stage.TextBeforeLeaving : Stage.Goodbye, Text = TextKind.Link };
    }

    private static CallState InQueue(CallState state, QueueStanding? standing)
    {
        var wait = standing?.AverageWait switch
        {
            null => PhoneTexts.QueueUnknown,
            { TotalMinutes: < 1 } => PhoneTexts.QueueWaitShort,
            { } average => Written.Fill(PhoneTexts.QueueWait, (int)Math.Ceiling(average.TotalMinutes)),
        };
        var position = Written.Fill(PhoneTexts.QueuePosition, standing?.Position ?? 1);
        return state with { Stage = Stage.Queue, Now = $"{position} {wait} {PhoneTexts.QueueChoice}", Silences = 0 };
    }
}

/// One turn of a call, and what it may touch.
public sealed record Run(ProductContext Data, PhoneCall Call, CallTurn Turn, Lines Lines, string? Own, CancellationToken Cancellation)
{
    public ConversationKey Conversation => new(PhoneSetup.Channel, Call.Id);
}
