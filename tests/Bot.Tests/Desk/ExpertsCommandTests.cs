using System.Text;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk;

public sealed class ExpertsCommandTests : IDisposable
{
    private const string Header = "type;nom;organisme;courriel;telephone;charte signee le;marches;themes;secteurs;langues;regions;canaux;capacite;absences;actif\n";
    private const string Anne = "expert;Anne;Cabinet;anne@example.org;+33 1 99 00 20 18;;DE|BE;customs;vin;fr|en;bretagne;chat|telephone;5;2026-12-24..2026-12-31;oui\n";
    private const string Zoe = "connecteur;Zoé;=1+1;zoe@example.org;;2025-03-01;;;;fr;;ecrit;2;;non\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("roster-").FullName;

    [Fact]
    public async Task RosterGoesOutAsItCameInAndComesInTwiceWithoutChangingAnything()
    {
        var first = await RunAsync("import", Write("experts.csv", Header + Anne + Zoe));
        var again = await RunAsync("import", PathOf("experts.csv"));
        var list = await RunAsync("list");
        var export = await RunAsync("export", PathOf("sortie.csv"));
        var back = await RunAsync("import", PathOf("sortie.csv"));
        var changed = await RunAsync("import", Write("modifie.csv", Header + Anne.Replace(";5;", ";6;", StringComparison.Ordinal)));

        Assert.Equal(("2 added, 0 changed, 0 unchanged, 0 lines rejected\n", 0), first);
        Assert.Equal(("0 added, 0 changed, 2 unchanged, 0 lines rejected\n", 0), again);
        Assert.Equal(0, list.ExitCode);
        Assert.Contains("anne@example.org", list.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 experts, 1 connectors\n", list.Output, StringComparison.Ordinal);
        Assert.Equal(0, export.ExitCode);
        Assert.Equal(("0 added, 0 changed, 2 unchanged, 0 lines rejected\n", 0), back);
        Assert.Equal(("0 added, 1 changed, 0 unchanged, 0 lines rejected\n", 0), changed);

        var bytes = await File.ReadAllBytesAsync(PathOf("sortie.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(Header.Trim(), lines[0]);
        Assert.Equal("expert;Anne;Cabinet;anne@example.org;'+33199002018;;DE|BE;customs;vin;fr|en;bretagne;chat|telephone;5;2026-12-24..2026-12-31;oui", lines[1]);
        Assert.Equal("connecteur;Zoé;'=1+1;zoe@example.org;;2025-03-01;;;;fr;;ecrit;2;;non", lines[2]);
    }

    [Fact]
    public async Task GoodRowsComeInAndTheOthersAreNamed()
    {
        var (output, exitCode) = await RunAsync("import", Write("experts.csv", Header + Anne.Replace("DE|BE", "DE|ZZ", StringComparison.Ordinal) + Zoe));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("experts.csv:2: rejected: marches: \"ZZ\" is not a market; known: ", output, StringComparison.Ordinal);
        Assert.Contains(" [DE|ZZ]\n", output, StringComparison.Ordinal);
        Assert.EndsWith("1 added, 0 changed, 0 unchanged, 1 lines rejected\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiftyThousandPeopleComeIn()
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < 50_000; i++)
        {
            text.Append(Anne.Replace("anne@", $"p{i}@", StringComparison.Ordinal));
        }

        Assert.Equal(("50000 added, 0 changed, 0 unchanged, 0 lines rejected\n", 0), await RunAsync("import", Write("experts.csv", text.ToString())));
    }

    [Theory]
    [InlineData("", "rejected: the file is empty")]
    [InlineData("PK\u0003\u0004\0\0\0", "not a text")]
    [InlineData(null, "there is no such file")]
    public async Task FileThatIsNoRosterIsRefusedInAFewWords(string? content, string told)
    {
        var (output, exitCode) = await RunAsync("import", content is null ? PathOf("nulle-part.csv") : Write("experts.csv", content));

        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task FolderThatIsNotThereIsNotWrittenTo()
    {
        var (output, exitCode) = await RunAsync("export", PathOf("nulle/part.csv"));

        Assert.Contains("nulle/part.csv: ", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    [InlineData("delete", "x.csv")]
    public async Task UnknownCommandIsExplained(params string[] arguments)
    {
        var (output, exitCode) = await RunAsync(arguments);

        Assert.Contains("experts import <file.csv>", output, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(string Output, int ExitCode)> RunAsync(params string[] arguments) =>
        BotProcess.CommandAsync(["experts", .. arguments, $"--Storage:Directory={_folder}"]);

    private string PathOf(string file) => Path.Combine(_folder, file);

    private string Write(string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        return PathOf(file);
    }
}
