using System.Text;
using System.Text.Unicode;

namespace CroissanceConnectee.Bot.Desk;

/// The text of a file as spreadsheets save it: UTF-8 with a mark at the beginning or without, or Windows-1252.
public static class RosterText
{
    // A thousand bytes for each of 50 000 people: more is not a list of experts.
    public const long LargestFile = 50_000_000;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// Null: these bytes are not a text.
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        if (bytes.ContainsAnyInRange((byte)0, (byte)8) || bytes.ContainsAnyInRange((byte)14, (byte)31))
        {
            return null;
        }

        // Accented letters of Windows-1252 standing alone are never valid UTF-8.
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows).GetString(bytes);
    }

    public static string[] Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    /// What stands more often between the names of the columns; French spreadsheets write semicolons.
    public static char Separator(string header) => header.Count(sign => sign == ',') > header.Count(sign => sign == ';') ? ',' : ';';
}
