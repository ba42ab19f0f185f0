using CroissanceConnectee.Knowledge.Asking;
using CroissanceConnectee.Knowledge.Reading;

namespace CroissanceConnectee.Knowledge.Tests;

public class ArticleNamesTests
{
    private static readonly ArticleNames Names = new(ArticleFolder.Read(new KnowledgeOptions().FullDirectory).Articles);

    [Theory]
    [InlineData("Et Kaufland, ils prennent combien sur une vente ?", "kaufland")]
    [InlineData("combien coute amazone", "amazon")]
    [InlineData("How long until I get my money on Faire?", "faire")]
    [InlineData("un coup de pouce en Bretagne", "region-bretagne")]
    [InlineData("La commission de Best Buy", "best-buy-canada")]
    [InlineData("c'est quoi un V.I.E. et un numéro LUCID", "emballages-rep")]
    public void ArticleIsCalledByItsNames(string question, string id) =>
        Assert.Contains(id, Names.CalledIn(question).Articles.Select(article => article.Id));

    [Theory]
    [InlineData("comment faire une facture")]
    [InlineData("droits de douane au Canada")]
    [InlineData("droit de rétractation au Royaume-Uni")]
    [InlineData("vendre mes bougies en Pologne")]
    public void CountriesAndOrdinaryWordsCallNothing(string question) =>
        Assert.DoesNotContain(Names.CalledIn(question).Articles, article => article.Kind != ArticleKind.Practice);
}
