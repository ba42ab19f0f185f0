using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// One text in the two languages. Results hold both, so that a report can change language without a new computation.
public sealed record Wording(string Fr, string En)
{
    public static readonly Wording Empty = new("", "");

    public string In(Language language) => language == Language.French ? Fr : En;

    /// The text of DiagnosisTexts under this key, whatever language the turn is in.
    public static Wording Of(string key) => new(Resource(key, Language.French), Resource(key, Language.English));

    /// string.Format in both languages; a Wording among the values gives its own text of that language.
    public Wording Format(params object?[] values) => new(FormatIn(Language.French, values), FormatIn(Language.English, values));

    /// Puts a value in the place of `{name}`.
    public Wording Replace(string name, Wording value) =>
        new(Fr.Replace($"{{{name}}}", value.Fr, StringComparison.Ordinal), En.Replace($"{{{name}}}", value.En, StringComparison.Ordinal));

    /// "a, b et c".
    public static Wording Join(IReadOnlyCollection<Wording> items)
    {
        var and = Of(nameof(DiagnosisTexts.And));
        return new(Join([.. items.Select(item => item.Fr)], and.Fr), Join([.. items.Select(item => item.En)], and.En));
    }

    private static string Join(string[] items, string and) =>
        items.Length < 2 ? string.Concat(items) : $"{string.Join(", ", items[..^1])} {and} {items[^1]}";

    private string FormatIn(Language language, object?[] values) =>
        string.Format(language.Culture(), In(language), [.. values.Select(value => value is Wording wording ? wording.In(language) : value)]);

    private static string Resource(string key, Language language) =>
        DiagnosisTexts.ResourceManager.GetString(key, language.Culture()) ?? throw new CultureNotFoundException($"No text {key} in {language}.");
}
