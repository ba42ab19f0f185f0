using System.Collections;
using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Desk;

/// The codes by which experts and needs are described, all of them the product's own, and their names.
public sealed class RosterCodes
{
    private readonly Question _activity;
    private readonly Question _region;

    public RosterCodes(Questionnaire questionnaire)
    {
        _activity = Asking(questionnaire, RegisterField.Activity);
        _region = Asking(questionnaire, RegisterField.Region);
        Markets = new("a market", MarketNames.Codes.Select(code => Named(code, Market)));
        Themes = new("a theme", CroissanceConnectee.Knowledge.Themes.All.Select(code => Named(code, Theme)));
        Sectors = new("a sector", _activity.Choices.Select(choice => Named(choice.Id, Sector)));
        Regions = new("a region", _region.Choices.Select(choice => Named(choice.Id, Region)));
        Languages = new("a language", TongueCodes().Select(code => Named(code, Tongue)));
    }

    /// The questions of the diagnosis whose answers are the codes of sectors and of regions.
    public string ActivityQuestion => _activity.Id;

    public string RegionQuestion => _region.Id;

    public Vocabulary<string> Markets { get; }

    public Vocabulary<string> Themes { get; }

    public Vocabulary<string> Sectors { get; }

    public Vocabulary<string> Regions { get; }

    public Vocabulary<string> Languages { get; }

    public string Market(string code, Language language) => MarketNames.NameOf(code, language.Code()) ?? code;

    public string Theme(string code, Language language) => InSentence(Known("Section_" + code, language) ?? code);

    public string Sector(string code, Language language) => InSentence(_activity.Choice(code)?.Label.In(language) ?? code);

    public string Region(string code, Language language) => _region.Choice(code)?.Label.In(language) ?? code;

    public string Tongue(string code, Language language) => Known("Tongue_" + code, language) ?? code;

    private static (string, string[]) Named(string code, Func<string, Language, string> name) =>
        (code, [code, name(code, Language.French), name(code, Language.English)]);

    private static Question Asking(Questionnaire questionnaire, RegisterField field) =>
        questionnaire.Questions.FirstOrDefault(question => question.Register == field)
        ?? throw new InvalidOperationException($"Questionnaire {questionnaire.Version} does not ask for the {field}.");

    // The languages that the product has a name for.
    private static IEnumerable<string> TongueCodes() =>
        ArticleTexts.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(key => key.StartsWith("Tongue_", StringComparison.Ordinal))
            .Select(key => key["Tongue_".Length..])
            .Order(StringComparer.Ordinal);

    private static string? Known(string key, Language language) => ArticleTexts.ResourceManager.GetString(key, language.Culture());

    // Titles of sections begin with a capital; "TVA" is one to its end.
    private static string InSentence(string title) =>
        title.Length > 1 && char.IsUpper(title[1]) ? title : char.ToLower(title[0], CultureInfo.InvariantCulture) + title[1..];
}
