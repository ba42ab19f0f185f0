using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// Whole calls, as their callers hear them.
public sealed class CallTests
{
    [Fact]
    public async Task MachineSaysAtOnceThatItIsOneAndThatNothingIsRecorded()
    {
        await using var bot = PhoneLine.Start();

        var caller = await bot.CallAsync();

        Assert.StartsWith("Bonjour, ici Croissance Connectée. Vous parlez à un automate, pas à une personne. L'appel n'est pas enregistré", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("pour un conseiller, tapez zéro", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("For English, press eight.", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Pour faire mon diagnostic, tapez un.", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeDiagnosisIsDoneWithKeysOnly()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        string[] choices =
        [
            "Faire mon diagnostic", "Mode et bijoux", "Moi seul", "75#", "Des particuliers", "Faciles à envoyer", "C'est tout", "En ligne seulement",
            "Une boutique en ligne", "Sur aucun", "Jamais", "Allemagne", "C'est tout", "Français seulement", "Réseaux sociaux", "C'est tout",
            "Carte bancaire", "C'est tout", "À peu près", "J'en ai entendu parler", "Moi, entre deux",
        ];

        foreach (var choice in choices)
        {
            await (choice.EndsWith('#') ? caller.PressAsync(choice) : caller.ChooseAsync(choice));
        }

        for (var more = 0; more < 8 && !caller.Heard.Contains("Merci, c'est complet", StringComparison.Ordinal); more++)
        {
            await caller.PressAsync("1");
        }

        Assert.Contains("Merci, c'est complet", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Votre niveau", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Voulez-vous la suite ?", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("3");
        Assert.StartsWith("C'est noté, le SMS part tout de suite. Et maintenant ?", caller.Heard, StringComparison.Ordinal);
        var summary = await bot.ReadDataAsync(data => data.Outbox.Select(message => message.Payload).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Contains("sur 4", summary, StringComparison.Ordinal);
        Assert.Contains("/diagnostic/", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarketQuestionOnTheWayIsAnsweredWithItsSourceAndDate()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("des bougies");

        await caller.SayAsync("c'est combien les droits de douane au japon");

        Assert.Contains("quatre-vingt-dix pour cent", caller.Heard, StringComparison.Ordinal);
        Assert.Matches("C'est écrit par Douane française.*, au .* deux mille", caller.Heard);
        await caller.SayAsync("non merci");
        Assert.Contains("Combien de personnes", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");
        Assert.Contains("quelle région", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingLongerThanTwentySecondsIsSaidAtOnce()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.SayAsync("quels sont les droits de douane au japon");
        var pieces = new List<string>();

        while (caller.Heard.Contains("Voulez-vous la suite ?", StringComparison.Ordinal))
        {
            pieces.Add(caller.Heard[..caller.Heard.IndexOf("Voulez-vous la suite ?", StringComparison.Ordinal)]);
            await caller.SayAsync("oui");
        }

        Assert.NotEmpty(pieces);
        Assert.All(pieces, piece => Assert.InRange(piece.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 1, 64));
    }

    [Fact]
    public async Task WebhookDeliveredTwiceHasOneEffectAndOneAnswer()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync(twice: true);

        await caller.PressAsync("1");
        await caller.SayAsync("des bougies");
        await caller.SayAsync("douze", confidence: null);
        await caller.PressAsync("1");
        await caller.StaySilentAsync();
        await caller.SayAsync("envoyez-moi le lien");
        await caller.SayAsync("oui");

        var said = await bot.ReadDataAsync(data => data.Transcript.OrderBy(entry => entry.Sequence).Select(entry => entry.Text).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([null, "Faire mon diagnostic (10 minutes)", "des bougies", "douze"], said);
        Assert.Equal(1, await bot.ReadDataAsync(data => data.Outbox.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task WebhookOfAnEarlierTurnThatComesLateMovesNothing()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("des bougies");
        var question = caller.Heard;

        using var late = await caller.PostAsync("turn?n=1", ("Digits", "1"));
        await caller.PressAsync("#");

        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Equal(question, caller.Heard);
    }

    [Fact]
    public async Task RestThatTheCallerDidNotWantIsNotInTheHistory()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.SayAsync("quels sont les droits de douane au japon");
        var piece = caller.Heard[..caller.Heard.IndexOf(" Voulez-vous la suite", StringComparison.Ordinal)];

        await caller.SayAsync("et en allemagne ?");

        var heard = await bot.ReadDataAsync(data => data.Transcript.OrderBy(entry => entry.Sequence).Select(entry => entry.Heard).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([null, piece, null], heard);
    }

    [Fact]
    public async Task TwoCallsFromOneNumberDoNotMix()
    {
        await using var bot = PhoneLine.Start();
        var first = await bot.CallAsync("CA1");
        var second = await bot.CallAsync("CA2");

        await first.PressAsync("1");
        await second.PressAsync("3");
        await first.SayAsync("du vin");

        Assert.Contains("Combien de personnes", first.Heard, StringComparison.Ordinal);
        Assert.Contains("Quel est votre code", second.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnglishCallerPressesEightAndGoesOnInEnglish()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();

        await caller.PressAsync("8");
        await caller.PressAsync("1");

        Assert.Contains("What do you sell?", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("press one", caller.Heard, StringComparison.Ordinal);
        Assert.Equal("en-GB", (string?)caller.Waits!.Attribute("language"));
        await caller.SayAsync("candles");
        await caller.SayAsync("twelve", confidence: 0.2);
        Assert.Equal("I heard: twelve. Is that right? Yes: press one. No: press two.", caller.Heard);
    }

    [Fact]
    public async Task StarGoesBackAndHashSaysItAgain()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("du vin");
        var question = caller.Heard;

        await caller.PressAsync("#");
        Assert.Equal(question, caller.Heard);
        await caller.PressAsync("*");

        Assert.Contains("Vous aviez répondu : Vins et alcools. Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenQuestionIsSkippedWithTheHashKey()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("du vin");
        await caller.PressAsync("1");

        await caller.PressAsync("#");

        Assert.Contains("Qui sont vos clients ?", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallerWhoHangsUpMidAnswerLosesNothing()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("du vin");

        await caller.HangUpAsync();
        await caller.HangUpAsync();

        var call = await bot.ReadDataAsync(data => data.PhoneCalls.SingleAsync(TestContext.Current.CancellationToken));
        var diagnosis = await bot.ReadDataAsync(data => data.Diagnoses.SingleAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(call.EndedAt);
        Assert.Single(diagnosis.Progress.Answers);
    }

    [Fact]
    public async Task NumberOfTheCallerIsKeptNowhere()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("du vin");
        await caller.HangUpAsync();

        var file = await bot.ReadDataAsync(async data =>
        {
            await data.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);
            return await File.ReadAllBytesAsync(Path.Combine(bot.Folder, "croissance.db"), TestContext.Current.CancellationToken);
        });
        Assert.DoesNotContain("612345678", System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }
}
