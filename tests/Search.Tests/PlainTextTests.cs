using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Search.Tests;

public class PlainTextTests
{
    [Theory]
    [InlineData("  taux   de\tTVA\r\n en Espagne  ", "taux de TVA en Espagne")]
    [InlineData("a\u0000b\u0007c", "a b c")]
    [InlineData("re\u200btour\u202e", "retour")]
    [InlineData("e\u0301tat", "état")]
    [InlineData("prix \ud83d ?", "prix ?")]
    [InlineData("🙂🙂", "🙂🙂")]
    [InlineData(null, "")]
    public void WhateverWasPastedBecomesOneCleanLine(string? pasted, string clean)
    {
        Assert.Equal(clean, PlainText.Clean(pasted));
    }

    [Fact]
    public void LongTextIsCut()
    {
        Assert.Equal(100, PlainText.Clean(new string('x', 256 * 1024), 100).Length);
    }

    [Theory]
    [InlineData("Été à NOËL", "ete a noel")]
    [InlineData("œuvre, bœuf, Ærø", "oeuvre, boeuf, aero")]
    [InlineData("Straße", "strasse")]
    [InlineData("日本", "日本")]
    public void FoldingLeavesLowerCaseWithoutAccents(string text, string folded)
    {
        Assert.Equal(folded, PlainText.Fold(text));
    }

    [Theory]
    [InlineData("l'Allemagne d’aujourd'hui", "l,allemagne,d,aujourd,hui")]
    [InlineData("États-Unis", "etats,unis")]
    [InlineData("la T.V.A. et l'I.O.S.S", "la,tva,et,l,ioss")]
    [InlineData("fin. Début a.bc", "fin,debut,a,bc")]
    [InlineData("amazon.fr", "amazon,fr")]
    [InlineData("10 000 €", "10,000")]
    [InlineData("", "")]
    public void WordsAreSplitAsPeopleReadThem(string text, string expected)
    {
        Assert.Equal(expected, string.Join(',', PlainText.Words(text).Select(word => word.Folded)));
    }

    [Fact]
    public void WordsKnowTheirPlace()
    {
        var word = PlainText.Words("en Corée du Sud")[1];

        Assert.Equal(("Corée", 3, 8), (word.Typed, word.Start, word.End));
    }
}
