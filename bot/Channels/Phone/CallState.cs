using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// Where a call stands: what is being said, and what the line waits for. What is said next follows from it alone, so that a
/// turn delivered twice hears the same. Immutable; one JSON column.
public sealed record CallState
{
    public static readonly CallState New = new();

    public Language Language { get; init; } = Language.French;

    public Stage Stage { get; init; }

    /// Said once, before everything else: what became of the caller's last words.
    public string Notice { get; init; } = "";

    /// The first words of the call: they tell the keys, and the other language.
    public bool Greets { get; init; }

    /// The piece of the answer that is being said, and those that wait to be asked for.
    public string Now { get; init; } = "";

    public IReadOnlyList<string> Rest { get; init; } = [];

    /// What of the answer was said before that.
    public string Before { get; init; } = "";

    public SpokenQuestion? Question { get; init; }

    public int MenuPage { get; init; }

    /// The answer holds links, or more than was said.
    public bool CanText { get; init; }

    /// The caller answers with keys: they are always told.
    public bool ByKeys { get; init; }

    /// The number that the call comes from can be called.
    public bool HasNumber { get; init; }

    /// The caller is about to key a number in that is not the one it calls from.
    public bool Types { get; init; }

    /// The caller's own number, or another: one key tells.
    public bool OffersNumber => Stage == Stage.Question && Question is { Wants: AnswerKind.Contact } && HasNumber && !Types;

    /// Keys spell an answer out, up to the hash key; otherwise one key is an answer.
    public bool IsEntry => Stage == Stage.Question && Question is { IsEntry: true } && !OffersNumber;

    /// Too noisy to listen: keys only.
    public bool KeysOnly { get; init; }

    /// In a row.
    public int Silences { get; init; }

    /// Words that the caller said were not its own, in a row.
    public int Denials { get; init; }

    /// What was heard badly, and waits to be confirmed.
    public string? Doubtful { get; init; }

    /// Wrong codes keyed in during this call.
    public int WrongCodes { get; init; }

    /// What is to be sent, once the caller agrees.
    public TextKind Text { get; init; }

    /// For the expert called, who hears it alone.
    public string? Standing { get; init; }

    /// What the caller asked of the desk during this call, and the expert it is put through to.
    public Guid? Handoff { get; init; }

    public Guid? Expert { get; init; }

    /// Set where the product called an expert, to call a firm back: which try it is.
    public int Callback { get; init; }
}

public enum Stage
{
    /// The question, after what there is to say.
    Question,

    /// "Voulez-vous la suite ?"
    More,

    /// "J'ai entendu … C'est bien ça ?"
    Confirm,

    /// After the third silence: a person, a callback, a text message.
    Help,

    /// "Voulez-vous le recevoir par SMS ?"
    Text,

    /// The same, from someone who is leaving.
    TextBeforeLeaving,

    /// An expert is rung.
    Transfer,

    /// No expert took the call.
    NotReached,

    /// A message is recorded.
    Message,

    /// The caller waits in a queue.
    Queue,

    /// It leaves the queue, to be called back.
    LeavingQueue,

    /// All experts talk: wait, be called back, or leave a message.
    Busy,

    /// It goes into the queue.
    EnterQueue,

    /// It leaves the queue, since somebody is free.
    LeavingForExpert,

    /// An expert has picked up, to call a firm back.
    Callback,

    /// The firm is rung for that expert.
    CallingFirm,

    /// The caller wanted to end the call.
    Goodbye,
}

public enum TextKind
{
    /// The last answer, with its links.
    Answer,

    /// The way to go on elsewhere.
    Link,
}
