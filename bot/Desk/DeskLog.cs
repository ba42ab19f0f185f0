namespace CroissanceConnectee.Bot.Desk;

internal static partial class DeskLog
{
    [LoggerMessage(1, LogLevel.Information, "Opening hours were read again; the desk is open now: {Open}")]
    public static partial void HoursRead(this ILogger logger, bool open);

    [LoggerMessage(2, LogLevel.Information, "Handoff {Handoff} was changed by another first; attempt {Attempt} starts again")]
    public static partial void StepRaced(this ILogger logger, Guid handoff, int attempt);
}
