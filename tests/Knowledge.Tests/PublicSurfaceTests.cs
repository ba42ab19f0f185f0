using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Knowledge.Tests;

public class PublicSurfaceTests
{
    // After a wanted change: copy PublicSurface.received.txt from the test's output folder over PublicSurface.txt.
    [Fact]
    public void PublicSurfaceIsTheAgreedOne()
    {
        var agreed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt")).ReplaceLineEndings("\n");

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.received.txt"), Surface());

        Assert.Equal(agreed, Surface());
    }

    [Fact]
    public void NobodySeesLuceneThroughIt()
    {
        Assert.DoesNotContain("Lucene", Surface(), StringComparison.Ordinal);
        Assert.DoesNotContain("Yaml", Surface(), StringComparison.Ordinal);
        Assert.DoesNotContain("Markdig", Surface(), StringComparison.Ordinal);
    }

    private static string Surface() => PublicSurface.Of(typeof(KnowledgeBase).Assembly);
}
