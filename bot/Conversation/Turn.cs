namespace CroissanceConnectee.Bot.Conversations;

/// One thing that a person did on a channel, in the words of the product rather than the channel's.
public sealed record Turn(ConversationKey Conversation, string MessageId, TurnInput Input, DateTimeOffset At)
{
    /// BCP 47 tag that the channel gives for the person, if any: the language of the first words.
    public string? Locale { get; init; }

    /// What the channel needs to show the person's own message again, kept verbatim with the transcript.
    public string? ChannelPayload { get; init; }

    /// What the person had heard of the reply before this, where it was spoken and not to the end. Null: all of it.
    public string? Heard { get; init; }
}

/// Which conversation: the channel's name and the channel's own id for it. The phone's id is the call, never the number.
public readonly record struct ConversationKey(string Channel, string Id)
{
    public override string ToString() => $"{Channel}/{Id}";
}

public abstract record TurnInput;

public sealed record Said(string Text) : TurnInput;

/// A choice of ours that the person took: the value of the choice, and the label as it was read.
public sealed record Chose(string Value, string Label) : TurnInput;

/// Nothing was heard in the time given (phone).
public sealed record Silent : TurnInput;

/// The person opened the conversation and has said nothing yet.
public sealed record Joined : TurnInput;
