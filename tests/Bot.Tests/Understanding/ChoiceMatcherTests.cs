using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class ChoiceMatcherTests
{
    private static readonly Dictionary<string, IReadOnlyList<ChoiceCandidate>> Questions = new()
    {
        ["reseaux"] =
        [
            Choice("facebook", "Facebook", "fb", "face book"), Choice("instagram", "Instagram"), Choice("linkedin", "LinkedIn"),
            Choice("tiktok", "TikTok", "tik tok"), Choice("aucun", "Aucun", "on n'en utilise pas", "pas de réseaux"),
        ],
        ["vente"] =
        [
            Choice("magasin", "En boutique", "boutique", "magasin", "boutiques"),
            Choice("site", "Boutique en ligne", "site marchand", "en ligne", "notre site"),
            Choice("marketplace", "Places de marché", "marketplace", "amazon", "ebay"),
            Choice("telephone", "Par téléphone"), Choice("distributeurs", "Distributeurs", "revendeurs", "grossistes"),
        ],
        ["secteur"] =
        [
            Choice("alimentaire", "Alimentaire", "agroalimentaire", "épicerie fine", "confitures", "fromage"),
            Choice("boissons", "Vins et boissons", "vin", "bière", "spiritueux"),
            Choice("mode", "Mode et accessoires", "vêtements", "habillement", "bijoux"),
            Choice("beaute", "Beauté, cosmétiques", "savons", "parfums"),
            Choice("maison", "Maison et décoration", "meubles", "décoration"),
            Choice("jouets", "Jeux et jouets", "jouets"), Choice("autre", "Autre"),
        ],
        ["forme"] =
        [
            Choice("ei", "Entreprise individuelle", "auto-entrepreneur", "autoentrepreneur", "micro-entreprise", "micro"),
            Choice("sarl", "SARL, EURL", "sarl", "eurl"), Choice("sas", "SAS, SASU", "sas", "sasu"),
        ],
        ["effectif"] = [Choice("a", "Seul"), Choice("b", "1 à 9"), Choice("c", "10 à 49"), Choice("d", "50 et plus")],
        ["ouinon"] = [Choice("oui", "Oui"), Choice("non", "Non", "pas encore"), Choice("projet", "En projet")],
    };

    public static TheoryData<string, string, bool, string> Utterances
    {
        get
        {
            var rows = new TheoryData<string, string, bool, string>();
            foreach (var row in UtteranceTable.Rows("choices.tsv"))
            {
                rows.Add(row[0], row[1], row[2] == "yes", row[3]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Utterances))]
    public void ChoicesMeantAreFoundBestFirst(string question, string said, bool allowOrdinals, string expected)
    {
        var matches = ChoiceMatcher.Match(Notation.Read(said), Questions[question], allowOrdinals);

        Assert.Equal(expected, matches.Count == 0 ? "-" : string.Join(' ', matches.Select(match => match.Id)));
        Assert.All(matches, match => Assert.InRange(match.Score, 0.01, 1));
    }

    [Fact]
    public void ChoiceAloneScoresMoreThanAmongOtherWordsAndMoreThanWithASlip()
    {
        var alone = Score("Instagram");
        var amongOthers = Score("surtout instagram pour les photos de nos produits");
        var withASlip = Score("instagarm");

        Assert.Equal(1, alone);
        Assert.InRange(amongOthers, 0.8, 0.95);
        Assert.InRange(withASlip, 0.8, 0.95);
    }

    [Fact]
    public void PartOfANameScoresLittleWhenItCouldMeanTwo()
    {
        IReadOnlyList<ChoiceCandidate> candidates = [Choice("neuf", "Vente de matériel neuf"), Choice("occasion", "Vente de matériel d'occasion")];

        var matches = ChoiceMatcher.Match(Notation.Read("du matériel"), candidates, allowOrdinals: false);

        Assert.Equal(2, matches.Count);
        Assert.All(matches, match => Assert.True(match.Score < 0.8));
    }

    private static double Score(string said) =>
        ChoiceMatcher.Match(Notation.Read(said), Questions["reseaux"], allowOrdinals: true).Single().Score;

    private static ChoiceCandidate Choice(string id, params string[] names) => new(id, [.. names.Select(Folding.Fold)]);
}
