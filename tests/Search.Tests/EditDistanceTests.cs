using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Search.Tests;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("douane", "douane", 0)]
    [InlineData("douane", "douanne", 1)]
    [InlineData("douane", "doane", 1)]
    [InlineData("douane", "douame", 1)]
    [InlineData("allemagne", "allemange", 1)]
    [InlineData("allemagne", "alemange", 2)]
    [InlineData("", "tva", 3)]
    [InlineData("oss", "rep", 3)]
    public void LetterAddedDroppedReplacedOrSwappedIsOneEdit(string first, string second, int edits)
    {
        Assert.Equal(edits, EditDistance.Between(first, second));
        Assert.Equal(edits, EditDistance.Between(second, first));
    }

    [Theory]
    [InlineData("paiement", "livraison", 2, 3)]
    [InlineData("paiement", "paiment", 2, 1)]
    [InlineData("a", "abcdef", 3, 4)]
    public void CountingStopsAboveTheLimit(string first, string second, int atMost, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(first, second, atMost));
    }

    [Fact]
    public void WordsLongerThanTheStackBufferAreCompared()
    {
        var word = new string('a', 5_000);

        Assert.Equal(1, EditDistance.Between(word, word + "b"));
    }

    [Fact]
    public void SimilarityGoesFromZeroToOne()
    {
        Assert.Equal(1, EditDistance.Similarity("", ""));
        Assert.Equal(1, EditDistance.Similarity("retour", "retour"));
        Assert.Equal(0, EditDistance.Similarity("oss", "pme"));
        Assert.Equal(0.875, EditDistance.Similarity("paiement", "paiment"), 3);
    }
}
