namespace CroissanceConnectee.Bot.Data;

internal static partial class DataLog
{
    [LoggerMessage(1, LogLevel.Warning, "Outbox message {Message} failed at attempt {Attempt}: {Fault}")]
    public static partial void DeliveryFailed(this ILogger logger, Guid message, int attempt, string fault);

    [LoggerMessage(2, LogLevel.Error, "The outbox cannot be read")]
    public static partial void OutboxUnreadable(this ILogger logger, Exception failure);
}
