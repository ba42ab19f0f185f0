namespace CroissanceConnectee.Bot.Conversations;

internal static partial class ConversationLog
{
    [LoggerMessage(1, LogLevel.Information, "Conversation {Conversation} was saved by another turn first; attempt {Attempt} starts again")]
    public static partial void TurnRaced(this ILogger logger, string conversation, int attempt);
}
