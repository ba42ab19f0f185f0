using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Channels.Sms;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What a call does beside talking: text messages, voice messages, codes. Written with the call's own row, in one save.
public sealed partial class CallEffects(
    NumberHash hash, DiagnosisEngine engine, CodeGuard guard, IOptions<SiteOptions> site, IOptions<DeskOptions> desk, DeskClock hours,
    TimeProvider clock)
{
    private const int MostWrongCodes = 3;

    // A number can be forged: whoever it belongs to must not be flooded.
    private const int MostTextsADay = 6;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static bool CanText(Run run) => run.Own is { } number && Contacts.CanGetTexts(number);

    /// What cannot be kept in mind: better in writing.
    public static bool MentionsReference(Run run, CallState state, Reply reply) =>
        state.Stage == Stage.Question && CanText(run) && reply.Parts.OfType<Say>().Any(say => Reference().IsMatch(say.Text));

    public async Task<CallState> SendAsync(Run run, CallState state, TextKind kind)
    {
        if (!CanText(run))
        {
            return kind == TextKind.Link ? await GoElsewhereAsync(run, state) : Back(state, PhoneTexts.NoTextHere);
        }

        if (await run.Data.HasOptedOutAsync(hash, run.Own!, run.Cancellation))
        {
            return Back(state, PhoneTexts.TextOptedOut);
        }

        if (await TextsTodayAsync(run) >= MostTextsADay)
        {
            return Back(state, PhoneTexts.TooManyTexts);
        }

        run.Call.Texts++;
        foreach (var text in await WriteAsync(run, state, kind))
        {
            run.Data.Enqueue(new Sms.Sms(run.Own!, text), clock);
        }

        return Back(state with { CanText = false }, PhoneTexts.TextSent);
    }

    /// The code by voice, and the link by text message if the caller wants it.
    public async Task<CallState> GoElsewhereAsync(Run run, CallState state)
    {
        var code = (await DiagnosisAsync(run))?.ResumeCode;
        var notice = code is null ? PhoneTexts.NoCodeYet : Written.Fill(PhoneTexts.CodeSpoken, code);
        return CanText(run)
            ? CallMoves.ToQuestion(state, notice) with { Stage = Stage.Text, Text = TextKind.Link }
            : CallMoves.ToQuestion(state, $"{notice} {PhoneTexts.NoTextHere}");
    }

    /// A keypad gives several letters for a key: the code of an earlier call from this number is looked for, and of no other.
    public async Task<string?> FindCodeAsync(Run run, CallState state, string digits)
    {
        if (state.WrongCodes >= MostWrongCodes || guard.IsClosed || run.Call.CallerHash is not { } caller)
        {
            return null;
        }

        var calls = await run.Data.PhoneCalls.AsNoTracking()
            .Where(call => call.CallerHash == caller && call.Id != run.Call.Id)
            .Select(call => call.Id)
            .ToListAsync(run.Cancellation);
        var conversations = calls.ConvertAll(call => new ConversationKey(PhoneSetup.Channel, call).ToString());
        var codes = await run.Data.Conversations.AsNoTracking()
            .Where(conversation => conversations.Contains(conversation.Id) && conversation.Diagnosis != null)
            .Select(conversation => conversation.Diagnosis!.ResumeCode)
            .ToListAsync(run.Cancellation);
        var found = codes.Find(code => Dictated.KeysOf(code) == digits);
        if (found is null)
        {
            guard.CountWrong();
        }

        return found;
    }

    public async Task<bool> HasUnfinishedAsync(Run run) => await DiagnosisAsync(run) is { CompletedAt: null };

    public CallState TakeMessage(Run run, CallState state, MessageRecorded message)
    {
        if (message.Url is null || message.Duration is { TotalSeconds: < 1 })
        {
            return state with { Stage = Stage.NotReached, Notice = PhoneTexts.NotRecorded };
        }

        run.Data.Enqueue(VoiceMessageBrief.Write(run.Conversation.ToString(), message.Url, message.Duration, run.Own, desk.Value.Mailbox), clock);
        return CallMoves.ToQuestion(state, Written.Fill(PhoneTexts.Recorded, state.Language.Moment(hours.AnswersBy)));
    }

    private static CallState Back(CallState state, string notice) => state.Stage == Stage.TextBeforeLeaving
        ? state with { Stage = Stage.Goodbye, Now = "", Notice = notice }
        : CallMoves.ToQuestion(state, notice);

    private async Task<IEnumerable<string>> WriteAsync(Run run, CallState state, TextKind kind)
    {
        var diagnosis = await DiagnosisAsync(run);
        if (kind == TextKind.Link)
        {
            return [SmsWriting.Link(diagnosis, site.Value)];
        }

        var reply = await run.Data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == run.Conversation.ToString())
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => entry.Reply)
            .FirstAsync(run.Cancellation);
        return diagnosis is { CompletedAt: not null } && reply.Parts.OfType<Offer>().Any()
            ? [SmsWriting.Summary(diagnosis, engine.Result(diagnosis), site.Value, state.Language)]
            : SmsWriting.Answer(reply, site.Value);
    }

    private async Task<int> TextsTodayAsync(Run run)
    {
        var since = clock.GetUtcNow() - Day;
        var caller = run.Call.CallerHash;
        var before = await run.Data.PhoneCalls.Where(call => call.CallerHash == caller && call.Id != run.Call.Id && call.LastTurnAt > since)
            .SumAsync(call => call.Texts, run.Cancellation);
        return before + run.Call.Texts;
    }

    private static Task<Diagnosis?> DiagnosisAsync(Run run)
    {
        var id = run.Conversation.ToString();
        return run.Data.Conversations.AsNoTracking().Where(one => one.Id == id).Select(one => one.Diagnosis).SingleOrDefaultAsync(run.Cancellation);
    }

    /// Read before it is spelled: a resume code may hold two C as well.
    [GeneratedRegex(@"\bCC-[A-Z0-9]{6}\b")]
    private static partial Regex Reference();
}
