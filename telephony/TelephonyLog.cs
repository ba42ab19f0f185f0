using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony;

/// Ids and outcomes only: never what was said, nor a number.
internal static partial class TelephonyLog
{
    [LoggerMessage(1, LogLevel.Warning, "A webhook for {Path} was refused: not signed with one of our tokens")]
    public static partial void Refused(ILogger logger, string path);
}
