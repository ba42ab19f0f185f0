namespace CroissanceConnectee.Knowledge.Tests;

public class FactTests
{
    private static readonly Source Anywhere = new("s", "S", new Uri("https://s.example/"), new DateOnly(2026, 1, 1));

    [Theory]
    [InlineData("19", "%", "19\u00a0%", "19%")]
    [InlineData("10000", "€", "10\u00a0000\u00a0€", "€10,000")]
    [InlineData("8.1", "%", "8,1\u00a0%", "8.1%")]
    [InlineData("83500000", "habitants", "83,5\u00a0millions d'habitants", "83.5 million inhabitants")]
    [InlineData("92400000000", "€", "92,4\u00a0milliards d'euros", "€92.4 billion")]
    [InlineData("1000000", "USD", "1\u00a0million USD", "1 million USD")]
    [InlineData("83512345", "habitants", "83\u00a0512\u00a0345\u00a0habitants", "83,512,345 inhabitants")]
    [InlineData("14", "jours", "14\u00a0jours", "14 days")]
    [InlineData("135", "GBP", "135\u00a0GBP", "135 GBP")]
    [InlineData("3", null, "3", "3")]
    public void NumbersReadAsTheReaderWritesThem(string number, string? unit, string french, string english)
    {
        var fact = Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), unit);

        Assert.Equal((french, english), (fact.Display("fr"), fact.Display("en")));
    }

    [Fact]
    public void TextsReadAsTheyAre()
    {
        var fact = Number(0, null) with { Number = null, Text = "trimestrielle" };

        Assert.Equal("trimestrielle", fact.Display("fr"));
    }

    [Theory]
    [InlineData("2026-11-22", FactValidity.Current)]
    [InlineData("2026-12-31", FactValidity.Current)]
    [InlineData("2027-01-01", FactValidity.Expired)]
    [InlineData("2026-01-01", FactValidity.Current)]
    [InlineData("2025-12-31", FactValidity.Upcoming)]
    public void FactHoldsFromItsFirstDayToItsLast(string day, FactValidity validity)
    {
        var fact = Number(19, "%") with { ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2026, 12, 31) };

        Assert.Equal(validity, fact.ValidityOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("19", "%", "Le taux normal est de 19 %.", true)]
    [InlineData("19", "%", "Le taux normal est de 19\u202f%.", true)]
    [InlineData("19", "%", "En 2019, ou 19 euros, ou 19,5 %", false)]
    [InlineData("9", "%", "19 % et 9,5 %", false)]
    [InlineData("28.5", "%", "avec 28,5 % des achats", true)]
    [InlineData("28.5", "%", "with 28.5 % of purchases", true)]
    [InlineData("10000", "€", "Sous 10 000 € par an", true)]
    [InlineData("10000", "€", "Sous 110 000 € par an", false)]
    [InlineData("83500000", "habitants", "83,5 millions d'habitants", true)]
    [InlineData("92400000000", "€", "92,4 milliards d'euros", true)]
    [InlineData("5", "%", "une commission de 5 à 25 %", true)]
    [InlineData("5", "%", "a commission of 5 to 25 %", true)]
    [InlineData("5", "%", "5 étapes et 25 %", false)]
    [InlineData("14", "jours", "sous 14 jours", true)]
    public void ValueIsFoundInASentenceOnlyWhenItStandsThere(string number, string unit, string sentence, bool named)
    {
        var fact = Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), unit);

        Assert.Equal(named, fact.IsNamedIn(sentence));
    }

    private static Fact Number(decimal number, string? unit) => new()
    {
        Key = "a.key",
        Label = new LocalizedText("Libellé", "Label"),
        Number = number,
        Unit = unit,
        AsOf = new DateOnly(2026, 1, 1),
        ReviewBy = new DateOnly(2027, 1, 1),
        Source = Anywhere,
    };
}
