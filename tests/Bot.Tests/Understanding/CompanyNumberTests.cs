namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class CompanyNumberTests
{
    [Theory]
    [InlineData("552 100 554", "552100554")]
    [InlineData("mon siren c'est 552100554", "552100554")]
    [InlineData("siret 552 100 554 00013", "55210055400013")]
    [InlineData("siret 552 100 554 00014", null)]
    [InlineData("552 100 554, 12 salariés", "552100554")]
    [InlineData("732 829 320 00074", "73282932000074")]
    [InlineData("73282932000074", "73282932000074")]
    [InlineData("SIRET : 732-829-320-00074", "73282932000074")]
    [InlineData("732.829.320", "732829320")]
    [InlineData("siren 73 28 29 320", "732829320")]
    [InlineData("552 100 555", null)]
    [InlineData("000 000 000", null)]
    [InlineData("06 12 34 56 78", null)]
    [InlineData("+33 6 12 34 56 78", null)]
    [InlineData("552 100 554 €", null)]
    public void NumberWithARightChecksumIsFound(string said, string? number)
    {
        var message = Notation.Read(said);

        Assert.Equal(number, message.CompanyNumber);
    }

    [Theory]
    [InlineData("356 000 000 00048", "35600000000048")]
    [InlineData("356 000 000 09075", "35600000009075")]
    [InlineData("356 000 000 09076", null)]
    public void PostOfficesFollowARuleOfTheirOwn(string said, string? number)
    {
        var message = Notation.Read(said);

        Assert.Equal(number, message.CompanyNumber);
    }

    [Fact]
    public void ItsDigitsAreNoFigures()
    {
        var message = Notation.Read("siren 552 100 554 et on est 12 salariés");

        Assert.Equal("552100554", message.CompanyNumber);
        Assert.Equal("12 people", Notation.Numbers(message));
    }
}
