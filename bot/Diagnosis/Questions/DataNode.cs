using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CroissanceConnectee.Bot.Diagnoses;

/// A mapping of a data file. Reading something that is missing or misshapen is a fault with its line, and gives an empty value.
public sealed class DataNode(DataFile file, YamlMappingNode yaml)
{
    private static readonly string[] Languages = ["fr", "en"];

    public int Line => (int)yaml.Start.Line;

    public IEnumerable<string> Keys => yaml.Children.Keys.Select(Scalar);

    public bool Has(string key) => yaml.Children.ContainsKey(key);

    public void Fault(string reason) => file.Fault(Line, reason);

    public void Fault(string key, string reason) => file.Fault(LineOf(key), reason);

    public int LineOf(string key) => yaml.Children.TryGetValue(key, out var value) ? (int)value.Start.Line : Line;

    /// Any other key is a slip of the pen.
    public DataNode Only(params string[] keys)
    {
        foreach (var key in yaml.Children.Keys.Where(key => !keys.Contains(Scalar(key))))
        {
            file.Fault((int)key.Start.Line, $"Unknown key '{Scalar(key)}'.");
        }

        return this;
    }

    public string Text(string key)
    {
        if (OptionalText(key) is { Length: > 0 } text)
        {
            return text;
        }

        Fault(key, $"'{key}' is missing.");
        return "";
    }

    public string? OptionalText(string key) => yaml.Children.TryGetValue(key, out var value) ? Scalar(value) : null;

    public Wording Wording(string key)
    {
        if (OptionalWording(key) is { } wording)
        {
            return wording;
        }

        Fault($"The text '{key}' is missing.");
        return Diagnoses.Wording.Empty;
    }

    public Wording? OptionalWording(string key)
    {
        if (!Has(key))
        {
            return null;
        }

        if (Child(key) is not { } texts)
        {
            return Diagnoses.Wording.Empty;
        }

        texts.Only("fr", "en");
        foreach (var language in Languages.Where(language => string.IsNullOrWhiteSpace(texts.OptionalText(language))))
        {
            texts.Fault($"The text '{key}' is missing in '{language}'.");
        }

        return new Wording(texts.OptionalText("fr") ?? "", texts.OptionalText("en") ?? "");
    }

    public DataNode? Child(string key)
    {
        if (yaml.Children.TryGetValue(key, out var value) && value is YamlMappingNode mapping)
        {
            return new DataNode(file, mapping);
        }

        Fault(key, $"'{key}' must be a mapping.");
        return null;
    }

    public IReadOnlyList<DataNode> Items(string key)
    {
        if (!Has(key))
        {
            return [];
        }

        if (yaml.Children[key] is YamlSequenceNode sequence && sequence.All(item => item is YamlMappingNode))
        {
            return [.. sequence.Cast<YamlMappingNode>().Select(item => new DataNode(file, item))];
        }

        Fault(key, $"'{key}' must be a list of mappings.");
        return [];
    }

    /// A list of words, or one word on its own.
    public IReadOnlyList<string> Words(string key) => !yaml.Children.TryGetValue(key, out var value) ? [] : value switch
    {
        YamlScalarNode scalar => [Scalar(scalar)],
        YamlSequenceNode sequence when sequence.All(item => item is YamlScalarNode) => [.. sequence.Select(Scalar)],
        _ => Misshapen(key),
    };

    public bool IsMapping(string key) => yaml.Children.TryGetValue(key, out var value) && value is YamlMappingNode;

    public decimal? Number(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(key, $"'{key}' must be a number, not '{text}'.");
        return null;
    }

    public int Whole(string key, int least, int most, int otherwise)
    {
        var number = Number(key) ?? otherwise;
        if (number == decimal.Truncate(number) && number >= least && number <= most)
        {
            return (int)number;
        }

        Fault(key, $"'{key}' must be a whole number from {least} to {most}, not {number.ToString(CultureInfo.InvariantCulture)}.");
        return least;
    }

    public bool Flag(string key)
    {
        var text = OptionalText(key);
        if (text is null or "true" or "false")
        {
            return text == "true";
        }

        Fault(key, $"'{key}' must be true or false, not '{text}'.");
        return false;
    }

    public T? OneOf<T>(string key) where T : struct, Enum
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<T>().Any(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        Fault(key, $"'{text}' is not one of: {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    private string[] Misshapen(string key)
    {
        Fault(key, $"'{key}' must be a list of words.");
        return [];
    }

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";
}
