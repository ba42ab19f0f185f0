using System.Collections.Frozen;

namespace CroissanceConnectee.Bot.Articles;

/// The parts of the world under which countries are listed, in the order in which a French firm meets them.
public static class WorldRegions
{
    public const string EuropeanUnion = "union-europeenne";
    public const string RestOfEurope = "europe";
    public const string Americas = "ameriques";
    public const string AsiaPacific = "asie-pacifique";
    public const string MiddleEast = "moyen-orient";
    public const string Africa = "afrique";

    private static readonly FrozenDictionary<string, string> ByCountry = new Dictionary<string, string>
    {
        [EuropeanUnion] = string.Join(' ', Search.Text.EuropeanUnion.Members),
        [RestOfEurope] = "AD CH GB IS LI NO TR UA",
        [Americas] = "AR BR CA CL CO MX PE US",
        [AsiaPacific] = "AU CN HK ID IN JP KR MY NZ PH SG TH TW VN",
        [MiddleEast] = "AE BH IL KW OM QA SA",
        [Africa] = "CI CM DZ EG GH KE MA NG SN TN ZA",
    }.SelectMany(region => region.Value.Split(' ').Select(country => KeyValuePair.Create(country, region.Key))).ToFrozenDictionary();

    public static IReadOnlyList<string> All { get; } = [EuropeanUnion, RestOfEurope, Americas, AsiaPacific, MiddleEast, Africa];

    /// Null for a country that no list has.
    public static string? Of(string country) => ByCountry.GetValueOrDefault(country);
}
