using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Conversations;

/// What the product answers to a turn: ordered parts without markup, which each channel renders in its own way.
public sealed record Reply(IReadOnlyList<ReplyPart> Parts)
{
    public static readonly Reply Empty = new([]);

    /// The language it is written in, which screens and voices want to know.
    public Language Language { get; init; }

    /// How many messages in a row were not understood, this one included: a channel may then ask in another way.
    public int Misses { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Cite), "cite")]
[JsonDerivedType(typeof(Offer), "offer")]
public abstract record ReplyPart;

/// A paragraph of plain text. Spoken is what the phone says instead, where reading the text aloud would not do.
public sealed record Say(string Text, string? Spoken = null) : ReplyPart
{
    /// Says that there is no answer to give: whoever follows up the conversation finds what was left open.
    public bool Abstains { get; init; }
}

/// A question with the answers to choose from; free text is always allowed as well.
public sealed record Ask(string Text, IReadOnlyList<Choice> Choices, Progress? Progress = null, string? Spoken = null) : ReplyPart
{
    /// What kind of answer is free to be given beside the choices: a channel may then offer a better way to give it.
    public AnswerKind Wants { get; init; }

    /// The answer changes a result: where it may have been heard badly, it is read back.
    public bool Counts { get; init; }

    /// The same question put otherwise, for whoever did not answer it.
    public string? Help { get; init; }
}

public enum AnswerKind
{
    /// One of the choices, in whatever words.
    Choice,

    /// Anything; the choices are ways around it.
    Words,

    /// A quantity.
    Figure,

    /// A long number, digit by digit.
    Digits,

    /// A phone number or an e-mail address.
    Contact,

    /// The code of a diagnosis.
    Code,
}

/// The source of what was said just before it: where it is written, and when it was true.
public sealed record Cite(string Name, Uri Url, DateOnly TrueOn) : ReplyPart
{
    /// Where our own pages say it, beside its context: the very passage. The last source of a passage carries it.
    public PageLink? Page { get; init; }
}

/// The address is relative to the site.
public sealed record PageLink(string Label, string Address);

/// Something to open: the report, an article, a phone number to call. The address is relative to the site, or absolute.
public sealed record Offer(string Label, string Address) : ReplyPart;

/// Value is ours (`topic:rest`) and comes back as it was sent; Label is what the person reads.
public sealed record Choice(string Value, string Label);

public sealed record Progress(int Step, int Of);
