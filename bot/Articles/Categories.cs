using System.Collections.Frozen;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Articles;

/// Articles name what a marketplace sells in some sixty words; a filter has room for a dozen.
public static class Categories
{
    /// What an article says of a marketplace that takes everything.
    private const string Everything = "tous";

    private static readonly FrozenDictionary<string, string> ByWord = new Dictionary<string, string>
    {
        ["mode"] = "mode chaussures accessoires sacs bijoux montres luxe vintage textile",
        ["maison"] = "maison decoration meubles literie luminaire mobilier cadeaux",
        ["beaute"] = "beaute cosmetique parfum parfums soin sante complements bien-etre",
        ["alimentation"] = "alimentation epicerie vin vins boissons",
        ["enfants"] = "enfants jouets jeux",
        ["sport"] = "sport velo mobilite",
        ["electronique"] = "electronique informatique telephonie electromenager",
        ["bricolage"] = "bricolage jardin outillage chauffage sanitaire exterieur",
        ["culture"] = "livres culture musique films papeterie",
        ["artisanat"] = "artisanat loisirs-creatifs",
        ["animaux"] = "animaux",
        ["auto"] = "auto moto",
        ["pro"] = "b2b industrie equipement bureau restauration hotellerie",
    }.SelectMany(group => group.Value.Split(' ').Select(word => KeyValuePair.Create(word, group.Key))).ToFrozenDictionary();

    public static IReadOnlyList<string> All { get; } =
        ["mode", "maison", "beaute", "alimentation", "enfants", "sport", "electronique", "bricolage", "culture", "artisanat", "animaux", "auto", "pro"];

    public static bool TakesEverything(MarketplaceDetails marketplace) => marketplace.Categories.Contains(Everything);

    /// A word that no group has yet is left out: the sheet still says it.
    public static IReadOnlyList<string> Of(MarketplaceDetails marketplace) =>
        [.. marketplace.Categories.Select(ByWord.GetValueOrDefault).OfType<string>().Distinct()];

    public static bool Sells(MarketplaceDetails marketplace, string category) =>
        TakesEverything(marketplace) || Of(marketplace).Contains(category);
}
