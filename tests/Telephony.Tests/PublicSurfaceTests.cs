using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class PublicSurfaceTests
{
    // After a wanted change: copy PublicSurface.received.txt from the test's output folder over PublicSurface.txt.
    [Fact]
    public void PublicSurfaceIsTheAgreedOne()
    {
        var agreed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt")).ReplaceLineEndings("\n");
        var surface = PublicSurface.Of(typeof(CallTurn).Assembly);

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.received.txt"), surface);

        Assert.Equal(agreed, surface);
        Assert.DoesNotContain("Twilio", surface.Replace("\"X-Twilio-Signature\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }
}
