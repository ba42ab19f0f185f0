using System.Xml.Linq;
using CroissanceConnectee.Telephony.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.Data.Sqlite;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// The same dialogue over a socket, on the real process.
public sealed class RelayCallTests
{
    private static readonly string[] Words = ["je veux faire le diagnostic", "des bougies", "oui", "c'est quoi l'oss", "douze", "oui"];

    [Fact]
    public async Task SameDialogueIsHeardByEitherTransport()
    {
        await using var gather = await BotProcess.StartAsync();
        await using var relay = await BotProcess.StartAsync(("Twilio:VoiceMode", "ConversationRelay"));

        var caller = By(gather);
        await caller.CallAsync();
        var heard = new List<string>();
        foreach (var words in Words)
        {
            await caller.SayAsync(words, confidence: null);
            heard.Add(Comparable(caller.Heard));
        }

        var document = await OpenAsync(relay);
        using var socket = await RelayCaller.ConnectAsync(document);
        var heardByRelay = new List<string>();
        foreach (var words in Words)
        {
            await socket.SayAsync(words);
            heardByRelay.Add(Comparable(await socket.HearAsync()));
        }

        Assert.Equal(heard, heardByRelay);
        Assert.Contains(heard, words => words.Contains("J'ai entendu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CutSocketGoesOnByGatherAtTheSameQuestion()
    {
        await using var bot = await BotProcess.StartAsync(("Twilio:VoiceMode", "ConversationRelay"));
        var document = await OpenAsync(bot);
        var caller = By(bot);
        using (var socket = await RelayCaller.ConnectAsync(document))
        {
            await socket.SayAsync("je veux faire le diagnostic");
            Assert.Contains("Que vendez-vous ?", await socket.HearAsync(), StringComparison.Ordinal);
            socket.Cut();
        }

        await CutAsync(caller, document, "64105");
        var again = caller.Waits!;
        Assert.Equal("Connect", again.Name.LocalName);
        Assert.Contains("Que vendez-vous ?", (string?)again.Descendants("ConversationRelay").Single().Attribute("welcomeGreeting"), StringComparison.Ordinal);

        // It breaks again: the socket is given up, the call is not.
        await CutAsync(caller, again, "64102");
        Assert.Contains("Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
        await caller.SayAsync("des bougies");
        Assert.Contains("Combien de personnes", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HistoryHoldsOnlyWhatWasPlayed()
    {
        await using var bot = await BotProcess.StartAsync(("Twilio:VoiceMode", "ConversationRelay"));
        using var socket = await RelayCaller.ConnectAsync(await OpenAsync(bot));
        await socket.SayAsync("je veux faire le diagnostic");
        await socket.HearAsync();

        await socket.InterruptAsync("C'est parti ! Comptez dix");
        await socket.SayAsync("c'est quoi l'oss");
        await socket.HearAsync();

        await using var data = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, "croissance.db")};Mode=ReadOnly;Pooling=False");
        await data.OpenAsync(TestContext.Current.CancellationToken);
        var read = data.CreateCommand();
        read.CommandText = """SELECT "Heard" FROM "Transcript" WHERE "Heard" IS NOT NULL""";
        Assert.Equal("C'est parti ! Comptez dix", await read.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static Caller By(BotProcess bot) => new(new HttpClient { BaseAddress = bot.Address }, bot.Address, "CA1", PhoneLine.Mobile);

    private static async Task<XElement> OpenAsync(BotProcess bot)
    {
        var caller = By(bot);
        await caller.CallAsync();
        return caller.Waits!;
    }

    private static Task CutAsync(Caller caller, XElement connect, string code) => caller.AskAsync(
        new Uri(new Uri(caller.Line, "telephony/"), (string)connect.Attribute("action")!),
        ("SessionStatus", "failed"), ("ErrorCode", code), ("SessionId", "VX1"));

    /// Each diagnosis has a code of its own.
    private static string Comparable(string heard) =>
        System.Text.RegularExpressions.Regex.Replace(heard, "avec le code [^.]+\\.", "avec le code.").Replace("  ", " ", StringComparison.Ordinal);
}
