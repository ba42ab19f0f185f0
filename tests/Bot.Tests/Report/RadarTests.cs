using CroissanceConnectee.Bot.Diagnoses.Report;

namespace CroissanceConnectee.Bot.Tests.Report;

public sealed class RadarTests
{
    [Fact]
    public void FirstBranchPointsUpAndTheOthersFollowClockwise()
    {
        var points = Enumerable.Range(0, 4).Select(branch => Radar.Point(branch, 4, 0.5)).Select(at => (Math.Round(at.X, 6), Math.Round(at.Y, 6)));

        Assert.Equal([(0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)], points);
    }

    [Theory]
    [InlineData("Votre vitrine en ligne", "Votre vitrine en|ligne")]
    [InlineData("Douane", "Douane")]
    [InlineData("Anticonstitutionnellement", "Anticonstitutionnellement")]
    [InlineData("", "")]
    public void LabelsAreWrappedBetweenWords(string label, string expected)
    {
        var lines = Radar.Lines(label, 16);

        Assert.Equal(expected, string.Join('|', lines));
    }
}
