using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class VersionTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("versions-").FullName;
    private readonly string _database = Directory.CreateTempSubdirectory("versions-db-").FullName;

    public VersionTests()
    {
        Copy("2026-11", "2026-11", text => text);
    }

    [Fact]
    public async Task ConversationInFlightStaysOnItsVersionAndNewOnesTakeTheNewest()
    {
        await using (var before = Host())
        {
            await SayAsync(before, "old", "1", "je veux faire le diagnostic");
        }

        Copy("2026-11", "2027-01", text => text.Replace("fr: Combien de personnes travaillent", "fr: À ce jour, combien de personnes travaillent", StringComparison.Ordinal));
        await using var after = Host();
        var old = await SayAsync(after, "old", "2", "du savon");
        await SayAsync(after, "new", "3", "je veux faire le diagnostic");
        var fresh = await SayAsync(after, "new", "4", "du savon");

        Assert.StartsWith("Combien de personnes", old.Parts.OfType<Ask>().Single().Text, StringComparison.Ordinal);
        Assert.StartsWith("À ce jour, combien de personnes", fresh.Parts.OfType<Ask>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionThatIsGoneBeginsAgainAndSaysSo()
    {
        await using (var before = Host())
        {
            await SayAsync(before, "old", "1", "je veux faire le diagnostic");
        }

        Copy("2026-11", "2027-01", text => text);
        File.Delete(Path.Combine(_data, "questionnaires", "2026-11.yml"));
        await using var after = Host();
        var reply = await SayAsync(after, "old", "2", "je veux faire le diagnostic");

        Assert.Contains(reply.Parts.OfType<Say>(), say => say.Text.StartsWith("Le questionnaire a beaucoup changé", StringComparison.Ordinal));
        Assert.Contains(reply.Parts.OfType<Ask>(), ask => ask.Text == "Que vendez-vous ?");
    }

    [Fact]
    public async Task HostRefusesToStartOnAFaultAndNamesFileAndLine()
    {
        Copy("2026-11", "2027-01", text => text.Replace("when: { channels: [mixed, online_only] }", "when: { chanels: [mixed] }", StringComparison.Ordinal));
        await using var host = Host();

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = host.Services; });

        Assert.Matches(@"questionnaires/2027-01\.yml:\d+: The condition speaks of the question 'chanels', which does not exist\.", refusal.ToString());
    }

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_database, recursive: true);
    }

    private BotApplication Host() => new(("Diagnosis:Directory", _data)) { Folder = _database, KeepFolder = true };

    private static async Task<Reply> SayAsync(BotApplication host, string conversation, string messageId, string text) =>
        (await host.Services.GetRequiredService<TurnHandler>().HandleAsync(
            new Turn(new ConversationKey("test", conversation), messageId, new Said(text), TimeProvider.System.GetUtcNow()),
            TestContext.Current.CancellationToken)).Reply;

    private void Copy(string from, string to, Func<string, string> change)
    {
        var source = new DiagnosisOptions().FullDirectory;
        foreach (var kind in new[] { "questionnaires", "recommendations" })
        {
            Directory.CreateDirectory(Path.Combine(_data, kind));
            var text = File.ReadAllText(Path.Combine(source, kind, from + ".yml"));
            File.WriteAllText(Path.Combine(_data, kind, to + ".yml"), kind == "questionnaires" ? change(text) : text);
        }
    }
}
