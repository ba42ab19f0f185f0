using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Search.Tests;

public class OtherCountriesTests
{
    [Theory]
    [InlineData("Quel est le taux de TVA en Turquie ?", "turquie")]
    [InlineData("vendre aux Russes", "russes")]
    [InlineData("shipping to New Zealand", "new zealand")]
    [InlineData("une cliente en afrique du sud", "afrique du sud")]
    public void CountriesPeoplesAndCitiesAreFound(string text, string name) => Assert.Equal([name], OtherCountries.In(text));

    [Theory]
    [InlineData("comment payent les Allemands")]
    [InlineData("livrer à Londres et à Dublin")]
    [InlineData("")]
    public void CoveredMarketsAreNoneOfThem(string text) => Assert.Empty(OtherCountries.In(text));

    [Fact]
    public void NoNameIsAMarketToo()
    {
        var both = OtherCountries.AllNames.Where(name => MarketNames.In(name).Count > 0);

        Assert.Equal("", string.Join(", ", both));
    }
}
