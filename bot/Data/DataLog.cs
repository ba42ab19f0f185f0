namespace CroissanceConnectee.Bot.Data;

internal static partial class DataLog
{
    [LoggerMessage(1, LogLevel.Warning, "Outbox message {Message} failed at attempt {Attempt}: {Fault}")]
    public static partial void DeliveryFailed(this ILogger logger, Guid message, int attempt, string fault);

    [LoggerMessage(3, LogLevel.Warning, "The stored key {Key} cannot be read any more; a new one replaces it")]
    public static partial void StoredKeyUnreadable(this ILogger logger, Exception exception, string key);

    [LoggerMessage(2, LogLevel.Error, "The outbox cannot be read")]
    public static partial void OutboxUnreadable(this ILogger logger, Exception failure);
}
