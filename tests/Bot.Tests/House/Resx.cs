using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CroissanceConnectee.Bot.Tests.House;

internal static partial class Resx
{
    public static Dictionary<string, string> Read(string path) => XDocument.Load(path).Root!
        .Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    public static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();
}
