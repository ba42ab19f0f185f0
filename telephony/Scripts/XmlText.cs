using System.Text;
using System.Xml;

namespace CroissanceConnectee.Telephony;

internal static class XmlText
{
    /// Without what XML cannot hold at all, escaped or not: control characters and halves of surrogate pairs.
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// At most so many characters, and never half of a surrogate pair.
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// How long it is once escaped.
    public static int Length(string text) => text.Length + text.Sum(sign => sign switch { '<' or '>' => 3, '&' => 4, _ => 0 });
}
