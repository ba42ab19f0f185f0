using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Answers;

public class KnowledgeCommandTests
{
    [Fact]
    public async Task ArticlesThatShipPass()
    {
        var (output, exitCode) = await BotProcess.CommandAsync("knowledge", "check");

        Assert.DoesNotContain(": error: ", output, StringComparison.Ordinal);
        Assert.Contains("0 errors", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task EveryFaultOfAFolderIsNamedByFileAndLine()
    {
        using var folder = new ArticlesFolder()
            .Add("a/belgique.md")
            .Add("autre.md", "value: 21", "value: 20")
            .Add("b/belgique.md", "value: 21", "value: 21, validTo: 2020-01-01")
            .Add("contraire.md", "reviewBy: 2099-12-31, source: spf }", "reviewBy: 2099-12-31, source: spf }\n  - { key: vat.standard, label: { fr: Taux normal, en: Standard rate }, value: 6, unit: \"%\", asOf: 2026-05-12, reviewBy: 2099-12-31, source: spf }")
            .Add("depasse.md", "reviewBy: 2099-12-31, source", "reviewBy: 2020-01-31, source")
            .Add("lien.md", "Le taux normal", "Le [taux](tva-oss) normal")
            .Add("sans-date.md", "asOf: 2026-05-12, ", "")
            .Add("sans-source.md", " [^spf]", "")
            .Add("yaml.md", "markets: [BE]", "markets: [BE");

        var (output, exitCode) = await BotProcess.CommandAsync("knowledge", "check", $"--Knowledge:Directory={folder.Path}");

        var lines = output.Split('\n');
        Assert.Equal(1, exitCode);
        AssertNamed(lines, "autre.md:14: error: the fact \"vat.standard\" is 20");
        AssertNamed(lines, "b/belgique.md:2: error: another file already holds the article");
        AssertNamed(lines, "contraire.md:15: error: the fact \"vat.standard\" has several values");
        AssertNamed(lines, "depasse.md:14: warning: the fact \"vat.standard\" was to be checked by 2020-01-31");
        AssertNamed(lines, "lien.md:17: error: the link to \"tva-oss\" leads nowhere");
        AssertNamed(lines, "sans-date.md:14: error: ");
        AssertNamed(lines, "sans-source.md:17: error: no source mark");
        AssertNamed(lines, "yaml.md:");
        Assert.Contains("past their date", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatIsNotThereIsAnError()
    {
        var (output, exitCode) = await BotProcess.CommandAsync("knowledge", "check", "--Knowledge:Directory=/nulle/part");

        Assert.Contains("does not exist", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task UnknownCommandIsExplained()
    {
        var (output, exitCode) = await BotProcess.CommandAsync("knowledge");

        Assert.Contains("knowledge check", output, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    private static void AssertNamed(string[] lines, string beginning) =>
        Assert.Contains(lines, line => line.StartsWith(beginning, StringComparison.Ordinal));
}
