using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What the caller hears where a call stands, and what the line waits for. Pure.
public static class SpokenScript
{
    /// Keys that mean the same everywhere.
    public const char Expert = '0', Text = '6', OtherLanguage = '8', End = '9', Back = '*', Again = '#';

    public static CallScript Of(CallState state, Lines lines)
    {
        CultureInfo.CurrentUICulture = state.Language.Culture();
        var said = Words(state).ToList();
        Prompt[] prompts = state is { Greets: true, Stage: Stage.Question, Silences: 0, Now.Length: > 0 }
            ? [Speak(state, [state.Now]), InOtherLanguage(state.Language), Speak(state, said[1..])]
            : [Speak(state, [state.Notice, .. said])];
        return new CallScript(prompts, Ending(state, lines))
        {
            Language = state.Language.Culture().Name,
        };
    }

    private static Speak Speak(CallState state, IEnumerable<string> words) =>
        new(ForTheEar.Write(string.Join(' ', words.Where(part => part.Length > 0)), state.Language));

    private static Speak InOtherLanguage(Language language)
    {
        var other = language == Language.French ? Language.English : Language.French;
        return new Speak(ForTheEar.Write(PhoneTexts.ResourceManager.GetString(nameof(PhoneTexts.ThisLanguage), other.Culture())!, other)) { Language = other.Culture().Name };
    }

    private static IEnumerable<string> Words(CallState state) => state.Stage switch
    {
        Stage.Question when state.Silences > 0 => Asked(state),
        Stage.Question => [state.Now, .. state.CanText ? [PhoneTexts.MenuText] : Array.Empty<string>(), .. Asked(state)],
        Stage.More => [state.Now, PhoneTexts.AskMore],
        Stage.Confirm => [Written.Fill(PhoneTexts.AskConfirm, state.Doubtful)],
        Stage.Help => [PhoneTexts.HelpMenu],
        Stage.Text or Stage.TextBeforeLeaving => [state.Now, PhoneTexts.AskText],
        Stage.Transfer => [PhoneTexts.Transfer],
        Stage.NotReached => [PhoneTexts.NotReached],
        Stage.Busy => [PhoneTexts.AllBusy],
        Stage.EnterQueue => [PhoneTexts.EnterQueue],
        Stage.Callback => [state.Standing ?? "", PhoneTexts.AskCallFirm],
        Stage.CallingFirm => [PhoneTexts.CallingFirm],
        Stage.Message => [PhoneTexts.Recording],
        Stage.Goodbye => [state.Now, PhoneTexts.Goodbye],
        _ => [state.Now],
    };

    private static IEnumerable<string> Asked(CallState state)
    {
        if (state.Question is not { } question)
        {
            yield return PhoneTexts.WhatElse;
            yield break;
        }

        yield return state.Silences == 1 && question.Help is { } help ? $"{help} {question.Text}" : question.Text;
        switch (question.Wants)
        {
            case AnswerKind.Contact when state.OffersNumber:
                yield return PhoneTexts.ThisNumber;
                break;
            case AnswerKind.Contact or AnswerKind.Code or AnswerKind.Digits:
                yield return PhoneTexts.EntryDigits;
                break;
            default:
                break;
        }

        if (question.IsEntry)
        {
            yield return question.Choices.Count > 0 ? PhoneTexts.Skip : "";
        }
        else if (!question.NamesChoices || state.ByKeys || state.Silences > 1)
        {
            yield return Menu(state, question);
        }
    }

    private static string Menu(CallState state, SpokenQuestion question)
    {
        var page = question.Page(state.MenuPage);
        var items = page.Select((choice, at) => Item(choice.Label, at + 1, state.Language)).ToList();
        if (question.Pages > 1)
        {
            var last = state.MenuPage % question.Pages == question.Pages - 1;
            items.Add(Written.Fill(last ? PhoneTexts.MenuFirst : PhoneTexts.MenuOthers, page.Count + 1));
        }

        return string.Join(' ', items);
    }

    /// Function first, then the key. Words that somebody would say do not go after "pour".
    private static string Item(string label, int key, Language language)
    {
        var bare = label.Split(" (")[0];
        var said = bare.StartsWith("Je ", StringComparison.Ordinal) || bare.StartsWith("C'est", StringComparison.Ordinal) || bare.StartsWith("I ", StringComparison.Ordinal)
            || bare.StartsWith("Oui", StringComparison.Ordinal) || bare.StartsWith("Non", StringComparison.Ordinal)
            || bare.StartsWith("Yes", StringComparison.Ordinal) || bare.StartsWith("No ", StringComparison.Ordinal) || bare == "No";
        var lower = bare.Length > 1 && char.IsLower(bare[1]) || bare.IndexOf(' ', StringComparison.Ordinal) == 1
            ? char.ToLower(bare[0], language.Culture()) + bare[1..]
            : bare;
        return said ? Written.Fill(PhoneTexts.MenuSaying, bare, key) : Written.Fill(PhoneTexts.MenuItem, lower, key);
    }

    private static Ending Ending(CallState state, Lines lines) => state.Stage switch
    {
        Stage.Transfer when lines.Expert is { } expert => new Dial(expert)
        {
            Whisper = new Whisper(state.Standing ?? PhoneTexts.Whisper) { Language = state.Language.Culture().Name },
            From = lines.Own,
            Patience = TimeSpan.FromSeconds(25),
        },
        Stage.Message => new RecordMessage(),
        Stage.Queue => new Listen { By = AnswerBy.Keys, Digits = 1, Patience = TimeSpan.FromSeconds(15) },
        Stage.EnterQueue => new Enqueue("desk"),
        Stage.LeavingQueue or Stage.LeavingForExpert => new StopWaiting(),
        Stage.CallingFirm when lines.Firm is { } firm => new Dial(firm) { From = lines.Own, Patience = TimeSpan.FromSeconds(30) },
        Stage.CallingFirm => new HangUp(),
        Stage.Goodbye => new HangUp(),
        _ => Listen(state),
    };

    private static Listen Listen(CallState state)
    {
        return new Listen
        {
            By = state.KeysOnly ? AnswerBy.Keys : AnswerBy.SpeechOrKeys,
            Digits = state.IsEntry ? null : 1,
            Hints = [.. (state.Question?.Choices ?? []).Select(choice => choice.Label), .. PhoneTexts.Hints.Split(',')],
            Patience = TimeSpan.FromSeconds(state.Stage == Stage.Help ? 15 : 6),
        };
    }
}

/// The numbers that a script may need: the expert's when one can be rung now, ours, and the firm's that is called back.
public sealed record Lines(string? Expert, string? Own, string? Firm = null);
