using System.Diagnostics;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.House;

/// Rules of the house that no compiler checks.
public sealed class Guards
{
    [Theory]
    [InlineData("bot/Conversation")]
    [InlineData("bot/Diagnosis", "bot/Diagnosis/Report")]
    public void DialogueAndDiagnosisKnowNothingOfTheWeb(string folder, string? except = null)
    {
        var offenders = Repository.Sources(folder)
            .Where(file => except is null || !file.StartsWith(Repository.PathOf(except), StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Microsoft.AspNetCore", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    /// The name stands where the section of the configuration is bound, and nowhere else.
    [Fact]
    public void OnlyTheLineKnowsItsProvider()
    {
        string[] products = ["bot", "knowledge", "search"];
        var offenders = products.SelectMany(Repository.Sources)
            .Where(file => !file.EndsWith("PhoneSetup.cs", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Twilio", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void ProgramIsATableOfContents()
    {
        var lines = File.ReadAllLines(Repository.PathOf("bot/Program.cs"));

        Assert.InRange(lines.Length, 1, 70);
    }

    [Fact]
    public void FilesStayShortEnoughToBeOneThing()
    {
        string[] products = ["bot", "knowledge", "search"];
        var tooLong = products.SelectMany(Repository.Sources).Where(file => File.ReadLines(file).Count() > 300)
            .Concat(Repository.Sources("tests").Where(file => File.ReadLines(file).Count() > 400));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void EveryTextStandsInBothLanguagesWithTheSamePlaceholders()
    {
        foreach (var french in Directory.EnumerateFiles(Repository.PathOf("bot/Texts"), "*Texts.resx"))
        {
            var fr = Resx.Read(french);
            var en = Resx.Read(french.Replace(".resx", ".en.resx", StringComparison.Ordinal));

            Assert.Equal(fr.Keys.Order(), en.Keys.Order());
            Assert.All(fr, text => Assert.Equal(Resx.Placeholders(text.Value), Resx.Placeholders(en[text.Key])));
        }
    }

    [Fact]
    public void NoLockFileNamesARegistry()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["grep", "-lE", "registry\\.npmjs|api\\.nuget", "--", "*lock*.json", "*.config", ".npmrc"])
        {
            WorkingDirectory = Repository.PathOf(""),
            RedirectStandardOutput = true,
        })!;

        Assert.Empty(git.StandardOutput.ReadToEnd());
    }
}
