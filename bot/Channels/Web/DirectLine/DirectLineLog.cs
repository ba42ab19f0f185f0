namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

internal static partial class DirectLineLog
{
    [LoggerMessage(2, LogLevel.Debug, "Stream of conversation {Conversation} ended: {Reason}")]
    public static partial void StreamEnded(this ILogger logger, string conversation, string reason);
}
