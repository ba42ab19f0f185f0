using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Search.Tests;

public class MarketNamesTests
{
    [Fact]
    public void EveryMarketIsRecognisedByItsFrenchAndItsEnglishName()
    {
        Assert.Equal(37, MarketNames.Codes.Count);
        Assert.All(MarketNames.Codes, code =>
        {
            Assert.Equal([code], MarketNames.In($"vendre en ligne : {MarketNames.NameOf(code, "fr")} ?"));
            Assert.Equal([code], MarketNames.In($"Selling online in {MarketNames.NameOf(code, "en")}"));
            Assert.Equal([code], MarketNames.In(PlainText.Fold($"vendre vers {MarketNames.NameOf(code, "fr")}")));
        });
    }

    [Theory]
    [InlineData("mes clients allemandes", "DE")]
    [InlineData("le marché outre-Rhin", "DE")]
    [InlineData("les acheteurs britanniques", "GB")]
    [InlineData("vendre aux Hollandais", "NL")]
    [InlineData("un client sud-coréen", "KR")]
    [InlineData("les boutiques outre-Atlantique", "US")]
    [InlineData("livrer à New York", "US")]
    [InlineData("un salon à Milan", "IT")]
    [InlineData("les Émirats", "AE")]
    [InlineData("DUBAÏ", "AE")]
    [InlineData("le marché québécois", "CA")]
    [InlineData("pays du soleil levant", "JP")]
    [InlineData("the Dutch market", "NL")]
    [InlineData("Polish customers", "PL")]
    public void AdjectivesNicknamesAndCitiesNameAMarket(string text, string code)
    {
        Assert.Equal([code], MarketNames.In(text));
    }

    [Theory]
    [InlineData("alemagne", "DE")]
    [InlineData("allemange", "DE")]
    [InlineData("angleterre", "GB")]
    [InlineData("angletere", "GB")]
    [InlineData("belgic", "BE")]
    [InlineData("belgiqe", "BE")]
    [InlineData("etats unis", "US")]
    [InlineData("état unis", "US")]
    [InlineData("etats-uni", "US")]
    [InlineData("royaume unis", "GB")]
    [InlineData("pay bas", "NL")]
    [InlineData("suise", "CH")]
    [InlineData("jappon", "JP")]
    [InlineData("marroc", "MA")]
    [InlineData("luxembour", "LU")]
    [InlineData("autralie", "AU")]
    [InlineData("potugal", "PT")]
    [InlineData("senegale", "SN")]
    [InlineData("itlaie", "IT")]
    [InlineData("espagnolle", "ES")]
    [InlineData("republique tcheqe", "CZ")]
    public void UsualMisspellingsAreUnderstood(string typed, string code)
    {
        Assert.Equal([code], MarketNames.In($"je veux vendre {typed} bientôt"));
    }

    [Theory]
    [InlineData("je suis prêt à vendre dans deux pays")]
    [InlineData("tell us more, in english please")]
    [InlineData("une marque indé et des artistes indés")]
    [InlineData("grâce à vous, mes chiens sont là")]
    [InlineData("la chaîne logistique et la finance")]
    [InlineData("des francs et un jupon")]
    [InlineData("une autrice qui vend des autruches")]
    [InlineData("I am hungry, let me finish")]
    [InlineData("nail polish and green tea")]
    [InlineData("le monde arabe et les Core Web Vitals")]
    [InlineData("l'Islande, la Corée du Nord, le Pays basque, l'Amérique latine")]
    [InlineData("Business France et France Num")]
    [InlineData("quels pays pas chers")]
    [InlineData("PARFUM ET EAU DE TOILETTE POUR US ET COUTUMES")]
    [InlineData("eau minérale, us et coutumes, de, in, es, ma, no")]
    [InlineData("traduire mon site en anglais et en espagnol")]
    [InlineData("")]
    public void WordsThatOnlyLookLikeAMarketAreLeftAlone(string text)
    {
        Assert.Empty(MarketNames.In(text));
    }

    [Theory]
    [InlineData("vendre aux US", "US")]
    [InlineData("the U.S. market", "US")]
    [InlineData("usa", "US")]
    [InlineData("uk", "GB")]
    [InlineData("US", "US")]
    public void AbbreviationsAreReadWithTheirCapitals(string text, string code)
    {
        Assert.Equal([code], MarketNames.In(text));
    }

    [Fact]
    public void MarketsComeOnceInTheOrderOfTheText()
    {
        Assert.Equal(["ES", "DE", "FR"], MarketNames.In("l'Espagne ou l'Allemagne, depuis la France ? Plutôt les Espagnols."));
    }

    [Fact]
    public void MentionsKnowTheirPlace()
    {
        const string Text = "Frais vers les États-Unis et l'alemagne";

        var mentions = MarketNames.Find(Text);

        Assert.Equal(["États-Unis", "alemagne"], mentions.Select(mention => Text.Substring(mention.Start, mention.Length)));
    }

    [Fact]
    public void TextWithoutItsMarketsIsWhatIsAskedAboutThem()
    {
        Assert.Equal("taux de tva", string.Join(' ', PlainText.Words(MarketNames.Without("taux de TVA Espagne, Corée du Sud")).Select(word => word.Folded)));
    }

    [Theory]
    [InlineData("GB", "fr", "Royaume-Uni")]
    [InlineData("GB", "en", "United Kingdom")]
    [InlineData("CI", "fr", "Côte d'Ivoire")]
    [InlineData("ZZ", "fr", null)]
    public void CodesHaveNames(string code, string language, string? name)
    {
        Assert.Equal(name, MarketNames.NameOf(code, language));
    }
}
