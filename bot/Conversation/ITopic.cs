using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Conversations;

/// A subject of conversation: the diagnosis, a market question, a person, one's data.
public interface ITopic
{
    /// Also the prefix of the values of its choices: `name:rest`.
    string Name { get; }

    /// How much it wants this message, from Claim.None to Claim.Certain. Pure; asked of every topic for every message.
    double ClaimOn(Message message, Conversation conversation);

    /// Takes the message, writes the reply and the new state.
    Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation);

    /// After a digression: says that it goes on, and asks again what it was asking.
    void Resume(TurnContext turn);
}

/// What becomes of a topic after a turn.
public enum TopicOutcome
{
    /// It waits for an answer and stays active.
    Waits,

    /// It has nothing more to say; the topic below it, if any, resumes.
    Ends,

    /// It could make nothing of the message, and has said nothing.
    Missed,
}

/// The scale of claims. The highest wins; between equals, the active topic.
public static class Claim
{
    public const double None = 0;

    /// Could be meant for it.
    public const double Weak = 0.3;

    /// Reads as an answer to what the topic is asking, or as a question it knows about.
    public const double Likely = 0.6;

    /// Says so in so many words ("je veux parler à quelqu'un").
    public const double Strong = 0.8;

    /// A choice of its own, which nobody else can mean.
    public const double Certain = 1;
}
