using CroissanceConnectee.Search.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CroissanceConnectee.Search.Tests;

public sealed class SpellingRepairTests : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;

    public SpellingRepairTests()
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, FrenchAnalysis.Plain)))
        {
            foreach (var text in new[] { "paiement paiement", "paiement livraison", "remboursement", "rétractation", "oss ioss eori", "colis" })
            {
                writer.AddDocument([new TextField("plain", text, Field.Store.NO)]);
            }
        }

        reader = DirectoryReader.Open(directory);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    [Theory]
    [InlineData("paiment", "paiement")]
    [InlineData("payement", "paiement")]
    [InlineData("livrasion", "livraison")]
    [InlineData("rembourcemant", "remboursement")]
    [InlineData("retratation", "retractation")]
    public void MisspeltWordIsTakenForTheNearestKnownOne(string typed, string meant)
    {
        Assert.Equal(meant, SpellingRepair.Nearest(reader, "plain", typed));
    }

    [Theory]
    [InlineData("ios")]
    [InlineData("eorj")]
    [InlineData("ioss")]
    [InlineData("2026")]
    [InlineData("photosynthese")]
    [InlineData("coli")]
    public void ShortWordsAcronymsNumbersAndStrangersAreLeftAlone(string typed)
    {
        Assert.Null(SpellingRepair.Nearest(reader, "plain", typed));
    }

    [Fact]
    public void FieldThatNoDocumentHasKnowsNoWord()
    {
        Assert.Null(SpellingRepair.Nearest(reader, "nothing", "paiment"));
    }
}
