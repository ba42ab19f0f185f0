using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What a caller wants of the line. Everything about the subject itself is Tell: it goes to the conversation, as on every channel.
public abstract record CallerWish
{
    /// ByKeys: with the keys, which are told with the questions from then on.
    public sealed record Tell(TurnInput Input, bool ByKeys = false) : CallerWish;

    /// Words that may not be the ones that were said.
    public sealed record Doubtful(string Words) : CallerWish;

    /// "Non": what was heard is not what was said.
    public sealed record Deny : CallerWish;

    public sealed record GoOn : CallerWish;

    public sealed record SkipRest : CallerWish;

    public sealed record HearAgain : CallerWish;

    public sealed record OtherChoices : CallerWish;

    public sealed record SaidNothing : CallerWish;

    /// To key a number in.
    public sealed record TypeNumber : CallerWish;

    public sealed record WrongKey : CallerWish;

    public sealed record Person : CallerWish;

    public sealed record Callback : CallerWish;

    public sealed record LeaveMessage : CallerWish;

    /// To wait in the queue.
    public sealed record Wait : CallerWish;

    /// An expert who was called wants the firm rung now.
    public sealed record CallFirm : CallerWish;

    /// To have it in writing; the consent that a message needs when the caller asked for it.
    public sealed record ByText(TextKind Kind) : CallerWish;

    /// "Non, pas de SMS."
    public sealed record NoText : CallerWish;

    /// To go on elsewhere: the code, and a link if wanted.
    public sealed record Elsewhere : CallerWish;

    /// A code by its keys, each of which stands for several letters.
    public sealed record KeyedCode(string Digits) : CallerWish;

    public sealed record Leave : CallerWish;

    private CallerWish()
    {
    }
}
