namespace CroissanceConnectee.Bot.Conversations;

/// One turn as it was: what came in and what was answered, saved together. The stored reply is also what a retry gets.
public sealed class TranscriptEntry
{
    public required string ConversationId { get; init; }

    /// From 0, in the order of the turns.
    public required int Sequence { get; init; }

    /// The channel's id of the message: unique in its conversation, so that a message counts once.
    public required string MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// What the person said or chose, as text; null when it only arrived or stayed silent.
    public string? Text { get; init; }

    public string? ChannelPayload { get; init; }

    public required Reply Reply { get; init; }

    /// The person of the desk who wrote the reply. Null: the bot.
    public string? Author { get; init; }

    /// How much of the reply the person heard, where it was spoken and cut short. Null: all of it.
    public string? Heard { get; set; }
}
