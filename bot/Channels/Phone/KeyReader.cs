using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What keys mean where a call stands. Pure. `own` is the caller's number, where it can be called and the caller shows it.
public static class KeyReader
{
    // Phone numbers and SIRETs have less; what is longer was not typed by anybody.
    private const int LongestEntry = 40;

    private static readonly CallerWish Wrong = new CallerWish.WrongKey();

    public static CallerWish Read(CallState state, string digits, string? own)
    {
        var entry = state.IsEntry;
        return digits.Length switch
        {
            0 => new CallerWish.HearAgain(),
            1 when state.Stage == Stage.Callback => digits == "1" ? new CallerWish.CallFirm() : new CallerWish.Leave(),
            1 => Everywhere(state, digits[0]) ?? (entry ? Entered(state.Question!, digits) : Chosen(state, digits[0], own)),
            _ when entry => Entered(state.Question!, digits),
            _ => Wrong,
        };
    }

    /// The hash key alone: skips what can be skipped, and repeats otherwise.
    public static CallerWish Finish(CallState state) =>
        state is { Stage: Stage.Question, Question: { IsEntry: true, Choices: [var skip, ..] } } ? Take(skip) : new CallerWish.HearAgain();

    private static CallerWish? Everywhere(CallState state, char key) => key switch
    {
        SpokenScript.Expert => new CallerWish.Person(),
        SpokenScript.End => new CallerWish.Leave(),
        SpokenScript.Again => Finish(state),
        SpokenScript.Back => state.Stage == Stage.Question ? Say(PhoneTexts.WordBack) : new CallerWish.HearAgain(),
        SpokenScript.OtherLanguage => Say(PhoneTexts.WordLanguage),
        SpokenScript.Text when state.CanText => new CallerWish.ByText(TextKind.Answer),
        _ => null,
    };

    private static CallerWish Entered(SpokenQuestion question, string digits) => (question.Wants, digits) switch
    {
        (AnswerKind.Code, { Length: > 1 }) => new CallerWish.KeyedCode(digits),
        (_, { Length: 1 }) when question.Choices.Count > 1 => At(question.Choices, digits[0] - '1'),
        _ => Say(digits[..Math.Min(digits.Length, LongestEntry)]),
    };

    private static CallerWish Chosen(CallState state, char key, string? own) => (state.Stage, key) switch
    {
        (Stage.More, '1') => new CallerWish.GoOn(),
        (Stage.More, '2') => new CallerWish.SkipRest(),
        (Stage.More, '3') => new CallerWish.ByText(TextKind.Answer),
        (Stage.Confirm, '1') when state.Doubtful is { } words => Say(words),
        (Stage.Confirm, '2') => new CallerWish.Deny(),
        (Stage.Help or Stage.NotReached or Stage.Queue, '1') => new CallerWish.Callback(),
        (Stage.Busy, '1') => new CallerWish.Wait(),
        (Stage.Busy, '2') => new CallerWish.Callback(),
        (Stage.Busy, '3') => new CallerWish.LeaveMessage(),
        (Stage.Help, '2') => new CallerWish.Elsewhere(),
        (Stage.NotReached, '2') => new CallerWish.LeaveMessage(),
        (Stage.NotReached, '3') => new CallerWish.Elsewhere(),
        (Stage.NotReached, '4') => new CallerWish.HearAgain(),
        (Stage.Text or Stage.TextBeforeLeaving, '1') => new CallerWish.ByText(state.Text),
        (Stage.Text or Stage.TextBeforeLeaving, '2') => new CallerWish.NoText(),
        (Stage.Question, '1') when state.OffersNumber && own is not null => Say(own),
        (Stage.Question, '2') when state.OffersNumber => new CallerWish.TypeNumber(),
        (Stage.Question, _) when state.OffersNumber => Wrong,
        (Stage.Question, _) when state.Question is { } question => OfMenu(state, question, key),
        (Stage.Question, '1') => new CallerWish.Tell(new Chose("menu:help", PhoneTexts.ChoiceMenu), ByKeys: true),
        _ => Wrong,
    };

    private static CallerWish OfMenu(CallState state, SpokenQuestion question, char key)
    {
        var page = question.Page(state.MenuPage);
        var at = key - '1';
        return at == page.Count && question.Pages > 1 ? new CallerWish.OtherChoices() : At(page, at);
    }

    private static CallerWish At(IReadOnlyList<Choice> choices, int at) => at >= 0 && at < choices.Count ? Take(choices[at]) : Wrong;

    private static CallerWish.Tell Take(Choice choice) => new(new Chose(choice.Value, choice.Label), ByKeys: true);

    private static CallerWish.Tell Say(string words) => new(new Said(words), ByKeys: true);
}
