using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// How a call moves on by itself, without a word of the conversation: silences, paging, repeating. Pure.
public static class CallMoves
{
    private const int DenialsBeforeKeys = 2;

    /// Reworded, then with keys, then with other ways on. The line never hangs up on a caller who says nothing.
    public static CallState AfterSilence(CallState state)
    {
        var silences = state.Silences + 1;
        return state switch
        {
            // Somebody who wanted to go.
            { Stage: Stage.TextBeforeLeaving } or { Stage: Stage.Callback, Silences: 1 } => state with { Stage = Stage.Goodbye, Now = "" },
            _ => silences switch
            {
                1 => state with { Silences = 1, Notice = PhoneTexts.NothingHeard },
                2 => state with { Silences = 2, Notice = PhoneTexts.StillNothing, ByKeys = true },
                _ => state with { Silences = silences, Notice = silences > 3 ? PhoneTexts.StillHere : "", Stage = Stage.Help },
            },
        };
    }

    public static CallState HearAgain(CallState state) => state with
    {
        Stage = state.Stage is Stage.More or Stage.Confirm ? state.Stage : Stage.Question,
        Silences = 0,
        ByKeys = true,
    };

    public static CallState GoOn(CallState state) => state.Rest.Count == 0 ? ToQuestion(state) : Said(state) with
    {
        Stage = state.Rest.Count > 1 ? Stage.More : Stage.Question,
        Now = state.Rest[0],
        Rest = [.. state.Rest.Skip(1)],
    };

    /// To the question, without what was to be said before it.
    public static CallState ToQuestion(CallState state, string notice = "") => Said(state) with
    {
        Stage = Stage.Question,
        Notice = notice,
        Doubtful = null,
        Silences = 0,
    };

    public static CallState OtherChoices(CallState state) => ToQuestion(state) with { MenuPage = state.MenuPage + 1, ByKeys = true };

    public static CallState WrongKey(CallState state) => (state.Stage == Stage.Question ? ToQuestion(state) : state) with
    {
        Notice = PhoneTexts.WrongKey,
        ByKeys = true,
    };

    /// What was heard was not what was said; twice, and the line is too noisy for words.
    public static CallState Deny(CallState state)
    {
        var denials = state.Denials + 1;
        var noisy = denials >= DenialsBeforeKeys;
        return ToQuestion(state, noisy ? PhoneTexts.KeysNow : PhoneTexts.Denied) with
        {
            Denials = denials,
            ByKeys = true,
            KeysOnly = noisy,
            MenuPage = 0,
            Question = noisy && state.Question is { } question
                ? question with { Choices = Likeliest.First(question.Choices, state.Doubtful ?? "") }
                : state.Question,
        };
    }

    /// Nobody was put through: the caller hears why, and chooses.
    public static CallState NotReached(CallState state, DialOutcome outcome) => state with
    {
        Stage = Stage.NotReached,
        Silences = 0,
        Notice = outcome switch
        {
            DialOutcome.Busy => PhoneTexts.ExpertBusy,
            DialOutcome.Failed or DialOutcome.Canceled => PhoneTexts.ExpertFailed,
            _ => PhoneTexts.ExpertAway,
        },
    };

    /// What the caller had heard of the last answer when it went on to something else; null: all of it.
    public static string? Heard(CallState state, string? cutAt) => state.Stage is not (Stage.Question or Stage.More) ? null
        : cutAt is not null ? $"{state.Before} {cutAt}".Trim()
        : state.Rest.Count > 0 ? $"{state.Before} {state.Now}".Trim()
        : null;

    private static CallState Said(CallState state) => state with { Before = $"{state.Before} {state.Now}".Trim(), Now = "" };
}
