using System.Globalization;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Conversations;

/// Everything a topic needs for one turn: what was said, where the conversation stands, and a place for the reply.
/// What it changes here is saved in one go when the turn is over.
public sealed class TurnContext(Turn turn, Message message, Conversation conversation, ProductContext data)
{
    private readonly List<ReplyPart> _parts = [];

    public Turn Turn { get; } = turn;

    public Message Message { get; } = message;

    public Conversation Conversation { get; } = conversation;

    /// For look-ups and for effects (outbox rows). Never saved by a topic: the turn handler does it, once.
    public ProductContext Data { get; } = data;

    public ConversationState State
    {
        get => Conversation.State;
        set => Conversation.State = value;
    }

    public IReadOnlyList<ReplyPart> Parts => _parts;

    /// From here on, texts come in this language.
    public void Speak(Language language)
    {
        State = State with { Language = language };
        CultureInfo.CurrentUICulture = language.Culture();
    }

    public void Say(string text) => _parts.Add(new Say(text));

    public void Say(string format, params object?[] values) => Say(string.Format(State.Language.Culture(), format, values));

    /// For texts about writing and touching, which a voice has to put otherwise.
    public void SayOrSpeak(string written, string spoken) => Add(new Say(written, spoken));

    public void Add(ReplyPart part) => _parts.Add(part);

    /// Another part of the message is dealt with after this one: no need to ask what else there is.
    public bool MoreFollows { get; private init; }

    /// The same turn with one part of the message: for two intents in one sentence. The reply stays one.
    public TurnContext With(Message part, bool moreFollows) => new(Turn, part, Conversation, Data, _parts) { MoreFollows = moreFollows };

    private TurnContext(Turn turn, Message message, Conversation conversation, ProductContext data, List<ReplyPart> parts)
        : this(turn, message, conversation, data) => _parts = parts;
}
