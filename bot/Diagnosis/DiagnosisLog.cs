namespace CroissanceConnectee.Bot.Diagnoses;

internal static partial class DiagnosisLog
{
    [LoggerMessage(1, LogLevel.Warning, "The company register did not answer: {Reason}")]
    public static partial void RegisterFailed(this ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Wrong resume code in conversation {Conversation}")]
    public static partial void WrongCode(this ILogger logger, string conversation);

    [LoggerMessage(3, LogLevel.Warning, "Resume codes are not checked for now: too many wrong ones in a minute")]
    public static partial void CodesPaused(this ILogger logger);

    [LoggerMessage(4, LogLevel.Information, "New diagnoses begin on version {Version}: {Questions} questions, {Rules} recommendations")]
    public static partial void VersionInUse(this ILogger logger, string version, int questions, int rules);
}
