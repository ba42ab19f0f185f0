namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

internal static partial class DirectLineLog
{
    [LoggerMessage(1, LogLevel.Warning, "The stored key of the chat's tokens cannot be read any more; a new one replaces it")]
    public static partial void TokenKeyUnreadable(this ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "Stream of conversation {Conversation} ended: {Reason}")]
    public static partial void StreamEnded(this ILogger logger, string conversation, string reason);
}
