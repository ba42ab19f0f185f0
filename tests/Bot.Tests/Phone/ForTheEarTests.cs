using CroissanceConnectee.Bot.Channels.Phone;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// What a voice is given to read.
public sealed class ForTheEarTests
{
    [Theory]
    [InlineData("La TVA est de 19 %.", "La té vé a est de dix-neuf pour cent.")]
    [InlineData("Comptez 10 000 €, pas 4 000 €.", "Comptez dix mille euros, pas quatre mille euros.")]
    [InlineData("1 € par article", "un euro par article")]
    [InlineData("de 2 000 à 30 000 €", "de deux mille à trente mille euros")]
    [InlineData("entre 10–15 %", "entre dix à quinze pour cent")]
    [InlineData("4,5 % de frais, ou 0,05 €", "quatre virgule cinq pour cent de frais, ou zéro virgule zéro cinq euro")]
    [InlineData("au-dessus de 135 £", "au-dessus de cent trente-cinq livres sterling")]
    [InlineData("un marché de 3,2 M€", "un marché de trois virgule deux millions d'euros")]
    [InlineData("73 % des sites en 2025", "soixante-treize pour cent des sites en deux mille vingt-cinq")]
    [InlineData("depuis le 01/07/2026", "depuis le premier juillet deux mille vingt-six")]
    [InlineData("le 2026-05-12", "le douze mai deux mille vingt-six")]
    [InlineData("Votre code est 3AJGKE.", "Votre code est trois, A, J, G, K, E.")]
    [InlineData("Votre référence : CC-CN6MWE.", "Votre référence : C, C, C, N, six, M, W, E.")]
    [InlineData("Appelez le 01 99 00 20 17", "Appelez le zéro un, quatre-vingt-dix-neuf, zéro zéro, vingt, dix-sept")]
    [InlineData("Le SIREN 552 100 554 est bon", "Le SIREN cinq cent cinquante-deux, cent, cinq cent cinquante-quatre est bon")]
    [InlineData("Écrivez à contact@export.fr", "Écrivez à contact arobase export point fr")]
    [InlineData("« conseiller » [1] *", "conseiller un")]
    [InlineData("Voyez https://www.douane.gouv.fr/x et /diagnostic/7Kp-b", "Voyez et")]
    [InlineData("Amazon – le premier – et eBay", "Amazon, le premier, et i-bé")]
    [InlineData("le colis de 2 kg", "le colis de deux kilos")]
    [InlineData("mardi 24 novembre à 9 h 30", "mardi vingt-quatre novembre à neuf heures trente")]
    [InlineData("le 1er mai entre 18 h et 21 h", "le premier mai entre dix-huit heures et vingt et une heures")]
    [InlineData("1 h après", "une heure après")]
    [InlineData("à 14\u00A0h\u00A030", "à quatorze heures trente")]
    [InlineData("10\u202F000\u00A0€", "dix mille euros")]
    [InlineData("", "")]
    public void FrenchIsWrittenOut(string text, string spoken) => Assert.Equal(spoken, ForTheEar.Write(text, Language.French));

    [Theory]
    [InlineData("VAT is 19%.", "V, A, T is nineteen percent.")]
    [InlineData("€10,000 a year", "ten thousand euros a year")]
    [InlineData("above £135", "above one hundred and thirty-five pounds")]
    [InlineData("4.25% of the price", "four point two, five percent of the price")]
    [InlineData("since 2026-07-01", "since July first two thousand and twenty-six")]
    [InlineData("Monday 30 November at 9:30 am", "Monday thirty November at nine thirty am")]
    public void EnglishIsWrittenOut(string text, string spoken) => Assert.Equal(spoken, ForTheEar.Write(text, Language.English));

    [Fact]
    public void FigureOfAnyLengthIsSaid()
    {
        var spoken = ForTheEar.Write(new string('7', 4000), Language.French);

        Assert.StartsWith("sept, sept, sept", spoken, StringComparison.Ordinal);
    }
}
