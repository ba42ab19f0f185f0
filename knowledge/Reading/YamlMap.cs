using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CroissanceConnectee.Knowledge.Reading;

// A mapping of the front matter. Whatever is missing or malformed is written to the log with its line, and read as an empty value:
// an article with an error is not served, so such a value goes nowhere.
internal sealed class YamlMap(YamlMappingNode node, string name, ProblemLog log)
{
    // Front matter starts on the file's second line; YAML counts from one.
    private const int LinesBefore = 1;

    public int Line => LineOf(node);

    public bool Has(string key) => Child(key) is not null;

    public void AllowOnly(params IReadOnlyList<string> keys)
    {
        foreach (var (key, value) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } text } || !keys.Contains(text))
            {
                // The usual cause: { fr: Chaussures, sacs } holds two keys, { fr: "Chaussures, sacs" } one.
                var hint = value is YamlScalarNode { Value: null or "" } ? " (a text with a comma needs quotes)" : "";
                log.Error(LineOf(key), $"{name} has no \"{key}\"; it knows {string.Join(", ", keys)}{hint}");
            }
        }
    }

    public int LineOf(string key) => Child(key) is { } child ? LineOf(child) : Line;

    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    public string? OptionalText(string key)
    {
        switch (Child(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } text } when !string.IsNullOrWhiteSpace(text):
                return text.Trim();
            case var child:
                log.Error(LineOf(child), $"{name}: \"{key}\" must be a text");
                return "";
        }
    }

    public LocalizedText Localized(string key)
    {
        if (Map(key) is not { } both)
        {
            return Missing(key, new LocalizedText("", ""));
        }

        both.AllowOnly("fr", "en");
        return new LocalizedText(both.Text("fr"), both.Text("en"));
    }

    public DateOnly Date(string key) => OptionalDate(key) ?? (Has(key) ? default : Missing(key, default(DateOnly)));

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        log.Error(LineOf(key), $"{name}: \"{key}\" is \"{text}\", which is no date (yyyy-MM-dd)");
        return null;
    }

    public Uri Address(string key)
    {
        var text = Text(key);
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address!;
        }

        if (text.Length > 0)
        {
            log.Error(LineOf(key), $"{name}: \"{key}\" is \"{text}\", which is no http address");
        }

        return new Uri("https://invalid.invalid/");
    }

    public decimal? Number(string key)
    {
        if (OptionalText(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (TryNumber(text, out var number))
        {
            return number;
        }

        log.Error(LineOf(key), $"{name}: \"{key}\" is \"{text}\", which is no number");
        return null;
    }

    // Quotes make a text of a number: "2024" is a name for a year, 2024 a quantity.
    public (decimal? Number, string? Text) Value(string key)
    {
        var text = Text(key);
        return Child(key) is YamlScalarNode { Style: ScalarStyle.Plain } && TryNumber(text, out var number) ? (number, null) : (null, text);
    }

    public bool Flag(string key)
    {
        var text = OptionalText(key);
        if (text is not (null or "" or "true" or "false"))
        {
            log.Error(LineOf(key), $"{name}: \"{key}\" is true or false");
        }

        return text == "true";
    }

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => item is YamlScalarNode { Value: { } text } ? text.Trim() : Wrong(item, key, "texts", ""))];

    public IReadOnlyList<YamlMap> Maps(string key, string itemName) =>
        [.. Items(key).OfType<YamlNode>().Select(item => item is YamlMappingNode map ? map : Wrong(item, key, "mappings", new YamlMappingNode()))
            .Select(map => new YamlMap(map, itemName, log))];

    public YamlMap? Map(string key)
    {
        switch (Child(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlMap(map, key, log);
            case var child:
                return Wrong<YamlMap?>(child, key, "keys with values", null);
        }
    }

    public T Missing<T>(string key, T instead)
    {
        log.Error(Line, $"{name}: \"{key}\" is missing");
        return instead;
    }

    private IEnumerable<YamlNode> Items(string key) => Child(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var child => Wrong<IEnumerable<YamlNode>>(child, key, "a list", []),
    };

    private T Wrong<T>(YamlNode child, string key, string expected, T instead)
    {
        log.Error(LineOf(child), $"{name}: \"{key}\" must hold {expected}");
        return instead;
    }

    // "key:" without a value counts as not written.
    private YamlNode? Child(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) && child is not YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } ? child : null;

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static int LineOf(YamlNode node) => (int)node.Start.Line + LinesBefore;
}
