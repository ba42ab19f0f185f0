using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony;

/// Ids and outcomes only: never what was said, nor a number.
internal static partial class TelephonyLog
{
    [LoggerMessage(1, LogLevel.Warning, "A webhook for {Path} was refused: not signed with one of our tokens")]
    public static partial void Refused(ILogger logger, string path);

    [LoggerMessage(2, LogLevel.Error, "Turn {Turn} of call {Call} failed; the caller hears an apology")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string call, string turn);

    [LoggerMessage(3, LogLevel.Error, "Turn {Turn} of call {Call} had no answer in {Seconds} s; the caller hears an apology")]
    public static partial void TurnTooSlow(ILogger logger, string call, string turn, double seconds);

    [LoggerMessage(4, LogLevel.Error, "The apology for call {Call} failed; the caller hears the one of last resort")]
    public static partial void ApologyFailed(ILogger logger, Exception exception, string call);

    [LoggerMessage(5, LogLevel.Warning, "A webhook for {Path} does not say which call it is about")]
    public static partial void NoCall(ILogger logger, string path);

    [LoggerMessage(6, LogLevel.Error, "The provider could not use our last answer on call {Call}: error {Code}")]
    public static partial void FellBack(ILogger logger, string call, string code);

    [LoggerMessage(7, LogLevel.Error, "Event {Event} failed and is to be delivered again")]
    public static partial void EventFailed(ILogger logger, Exception exception, string @event);

    [LoggerMessage(8, LogLevel.Warning, "The socket of call {Call} broke off: status {Status}, error {Code}")]
    public static partial void RelayBroke(ILogger logger, string call, string status, string code);

    [LoggerMessage(9, LogLevel.Warning, "The provider reports an error on the socket of call {Call}: {Description}")]
    public static partial void RelayError(ILogger logger, string call, string description);

    [LoggerMessage(10, LogLevel.Debug, "The socket of call {Call} is closed")]
    public static partial void RelayClosed(ILogger logger, Exception? exception, string call);

    [LoggerMessage(11, LogLevel.Warning, "Message {Message} failed and is to be delivered again")]
    public static partial void MessageFailed(ILogger logger, Exception exception, string message);

    [LoggerMessage(12, LogLevel.Warning, "A request to the provider for {What} ended as {Outcome}, status {Status}, error {Code}")]
    public static partial void RequestFailed(ILogger logger, string what, OutcomeKind outcome, int? status, int? code);
}
