using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Search.Tests;

public class FrenchAnalysisTests
{
    [Theory]
    [InlineData("IOSS", "ioss")]
    [InlineData("I.O.S.S.", "ioss")]
    [InlineData("l'OSS", "oss")]
    [InlineData("T.V.A.", "tva")]
    [InlineData("la TVA", "tva")]
    public void AcronymsStayWholeWithOrWithoutDots(string text, string stem)
    {
        Assert.Equal([stem], Stems(text));
    }

    [Theory]
    [InlineData("allemand", "allemande", "allemands", "allemandes", "Allemagne", "Germany")]
    [InlineData("chinois", "chinoise", "chinoises", "Chine")]
    [InlineData("italien", "italienne", "italiens", "Italie", "Italian")]
    [InlineData("grec", "grecque", "Grèce", "grece")]
    public void AdjectivesBecomeTheirCountry(params string[] words)
    {
        Assert.Single(words.SelectMany(Stems).Distinct());
    }

    [Theory]
    [InlineData("coût", "cout")]
    [InlineData("retours", "retour")]
    [InlineData("réglementations", "reglementation")]
    [InlineData("marché", "marche")]
    public void AccentsAndPluralsMeet(string one, string other)
    {
        Assert.Equal(Stems(one), Stems(other));
    }

    [Fact]
    public void DomainIsTwoWords()
    {
        Assert.Equal(["amazon", "fr"], FrenchAnalysis.Terms(FrenchAnalysis.Plain, "amazon.fr"));
    }

    [Theory]
    [InlineData("comment est-ce que je peux savoir quels sont les")]
    [InlineData("cest quoi l d qu bonjour svp")]
    [InlineData("cmt pk c koi")]
    [InlineData("pourquoi où à être")]
    public void WordsOfQuestionsCarryNoSubject(string text)
    {
        Assert.Empty(FrenchAnalysis.Words(text));
    }

    [Fact]
    public void EnglishStopWordsGoFromEnglishQuestionsOnly()
    {
        Assert.Equal(["pay", "germany"], FrenchAnalysis.Words("how do they pay in Germany", "en").Select(word => word.Plain));
        Assert.Equal(["vendre", "the"], FrenchAnalysis.Words("vendre du thé").Select(word => word.Plain));
    }

    [Fact]
    public void PlainAndStemmedFormsOfAWordGoTogether()
    {
        var words = FrenchAnalysis.Words("Les moyens de paiement préférés en Allemagne : T.V.A., amazon.de");

        Assert.Equal(["moyens", "paiement", "preferes", "allemagne", "tva", "amazon"], words.Select(word => word.Plain));
        Assert.Equal(["moyen", "paie", "prefer", "allemagne", "tva", "amazon"], words.Select(word => word.Stem));
    }

    [Fact]
    public void FourGramsSurviveATypo()
    {
        var right = FrenchAnalysis.Terms(FrenchAnalysis.FourGrams, "dédouanement");
        var wrong = FrenchAnalysis.Terms(FrenchAnalysis.FourGrams, "dedouanemant");

        Assert.Contains("doua", right);
        Assert.True(right.Intersect(wrong).Count() >= 5);
    }

    [Theory]
    [InlineData("commment", "fr", true)]
    [InlineData("quio", "fr", true)]
    [InlineData("whta", "en", true)]
    [InlineData("douane", "fr", false)]
    [InlineData("oss", "fr", false)]
    public void MisspeltQuestionWordIsNoSubject(string word, string language, bool resembles)
    {
        Assert.Equal(resembles, FrenchAnalysis.ResemblesStopWord(word, language));
    }

    [Fact]
    public async Task ManyThreadsMayAnalyseAtOnce()
    {
        var expected = Stems("livraison des colis en Belgique");

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 200).Select(_ => Stems("livraison des colis en Belgique")).ToList(), TestContext.Current.CancellationToken)));

        Assert.All(all.SelectMany(stems => stems), stems => Assert.Equal(expected, stems));
    }

    private static IReadOnlyList<string> Stems(string text) => FrenchAnalysis.Terms(FrenchAnalysis.Stemmed, text);
}
