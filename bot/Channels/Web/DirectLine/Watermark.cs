using System.Globalization;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// How far a client has read: the sequence of the next transcript entry. Clients treat it as a word of ours.
public static class Watermark
{
    public static string Write(int next) => next.ToString(CultureInfo.InvariantCulture);

    /// False for what we cannot have written. The ways in which clients say "from the start" are no mistakes.
    public static bool TryRead(string? text, int entries, out int next)
    {
        next = 0;
        return text is null or "" or "-" or "null"
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out next) && next <= entries);
    }
}
