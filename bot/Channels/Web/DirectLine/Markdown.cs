using System.Text;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Plain text written so that a Markdown reader shows it as it is.
public static class Markdown
{
    // What can begin an emphasis, a link, code, HTML, an entity, a formula or a table anywhere in a line.
    private const string Anywhere = "\\`*_[]<>&~|$";

    // What makes a heading, a list or a rule at the start of a line.
    private const string AtLineStart = "#+-=";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in text.Split('\n'))
        {
            // A single line break would be a space; four spaces would be code.
            escaped.Append(escaped.Length > 0 ? "\n\n" : "");
            EscapeLine(line.Trim(), escaped);
        }

        return escaped.ToString();
    }

    public static string Link(string label, Uri address) => $"[{Escape(label)}]({Destination(address)})";

    /// Inside a definition's quotation marks.
    public static string Title(string text) => Escape(text.ReplaceLineEndings(" ")).Replace("\"", "\\\"", StringComparison.Ordinal);

    public static string Destination(Uri address) => address.AbsoluteUri
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal);

    private static void EscapeLine(string line, StringBuilder escaped)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        for (var i = 0; i < line.Length; i++)
        {
            var numbersAList = i > 0 && i == digits && line[i] is ('.' or ')');
            if (Anywhere.Contains(line[i]) || (i == 0 && AtLineStart.Contains(line[i])) || numbersAList)
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }
    }
}
