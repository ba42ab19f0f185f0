using System.Globalization;

namespace CroissanceConnectee.Bot.Conversations;

public enum Language
{
    French,
    English,
}

public static class Languages
{
    private static readonly CultureInfo FrenchCulture = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(this Language language) => language == Language.French ? FrenchCulture : EnglishCulture;

    /// ISO 639-1 code, as articles, pages and channels write it.
    public static string Code(this Language language) => language == Language.French ? "fr" : "en";

    /// The language of a BCP 47 tag; French for every language that we do not speak.
    public static Language FromTag(string? tag) =>
        tag is not null && tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;
}
