using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// What a firm that asks for a person is told of when, at whatever hour it asks.
public sealed class PromiseTests : IDisposable
{
    private const string TuesdayMorning = "2026-11-24T10:00+01:00";

    private readonly ArticlesFolder _articles = new ArticlesFolder().Add("belgique.md");

    public void Dispose() => _articles.Dispose();

    [Theory]
    [InlineData(TuesdayMorning, null, "jeudi 26 novembre à 10 h", "Mardi 24 novembre entre 11 h et 11 h 30", "Mardi 24 novembre entre 14 h et 14 h 30", "Mercredi 25 novembre entre 9 h et 9 h 30")]
    [InlineData("2026-11-27T17:45+01:00", null, "mardi 1er décembre à 18 h", "Lundi 30 novembre entre 10 h et 10 h 30", "Lundi 30 novembre entre 14 h et 14 h 30", "Mardi 1er décembre entre 9 h et 9 h 30")]
    [InlineData("2026-11-28T11:00+01:00", "lundi 30 novembre à 9 h", "mardi 1er décembre à 18 h", "Lundi 30 novembre entre 10 h et 10 h 30", "Lundi 30 novembre entre 14 h et 14 h 30", "Mardi 1er décembre entre 9 h et 9 h 30")]
    [InlineData("2026-12-24T20:00+01:00", "lundi 28 décembre à 9 h", "mardi 29 décembre à 18 h", "Lundi 28 décembre entre 10 h et 10 h 30", "Lundi 28 décembre entre 14 h et 14 h 30", "Mardi 29 décembre entre 9 h et 9 h 30")]
    [InlineData("2026-05-01T10:00+02:00", "lundi 4 mai à 9 h", "mardi 5 mai à 18 h", "Lundi 4 mai entre 10 h et 10 h 30", "Lundi 4 mai entre 14 h et 14 h 30", "Mardi 5 mai entre 9 h et 9 h 30")]
    [InlineData("2026-03-29T03:30+02:00", "lundi 30 mars à 9 h", "mardi 31 mars à 18 h", "Lundi 30 mars entre 10 h et 10 h 30", "Lundi 30 mars entre 14 h et 14 h 30", "Mardi 31 mars entre 9 h et 9 h 30")]
    [InlineData("2026-10-25T02:30+01:00", "lundi 26 octobre à 9 h", "mardi 27 octobre à 18 h", "Lundi 26 octobre entre 10 h et 10 h 30", "Lundi 26 octobre entre 14 h et 14 h 30", "Mardi 27 octobre entre 9 h et 9 h 30")]
    public async Task FirmIsToldWhenItIsAnsweredAndWhenItCanBeCalled(string now, string? reopens, string answered, params string[] slots)
    {
        await using var bot = Start(now);
        var chat = await bot.OpenChatAsync();

        var asked = (await chat.SayAsync("je veux parler à un conseiller")).Text();
        var accepted = (await chat.SayAsync("06 12 34 56 78")).Text();

        Assert.Equal(reopens is not null, asked.Contains("Nous sommes fermés en ce moment", StringComparison.Ordinal));
        Assert.Contains(reopens is null ? "" : $"Nos bureaux rouvrent {reopens}.", asked, StringComparison.Ordinal);
        Assert.Contains($"Un conseiller peut vous répondre avant {answered}.", asked, StringComparison.Ordinal);
        Assert.Contains($"Un conseiller vous répond à 06 12 34 56 78 avant {answered}.", accepted, StringComparison.Ordinal);
        Assert.EndsWith("Quand voulez-vous être rappelé ?", accepted, StringComparison.Ordinal);
        Assert.Equal([.. slots, "Le plus tôt possible"], chat.Last[^1].Choices.Select(choice => choice.Title.Plain()));
    }

    [Fact]
    public async Task WhoeverGivesItsNumberAtOnceIsToldWhenTheDeskReopens()
    {
        await using var bot = Start("2026-11-28T11:00+01:00");
        var chat = await bot.OpenChatAsync();

        var accepted = (await chat.SayAsync("je veux qu'un conseiller m'appelle au 06 12 34 56 78")).Text();

        Assert.Contains("Nos bureaux rouvrent lundi 30 novembre à 9 h.", accepted, StringComparison.Ordinal);
        Assert.Contains("avant mardi 1er décembre à 18 h", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChosenSlotIsConfirmedAndSentAfterTheRequest()
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await AskForCallAsync(bot);

        var confirmed = (await chat.ChooseAsync(chat.Last[^1].Choices[1].Title)).Text();

        Assert.Contains("Un conseiller vous rappelle mardi 24 novembre entre 14 h et 14 h 30, au 06 12 34 56 78.", confirmed, StringComparison.Ordinal);
        var mails = await bot.MailsAsync();
        var request = Assert.Single(mails, mail => mail.Subject.EndsWith("demande un conseiller", StringComparison.Ordinal));
        var slot = Assert.Single(mails, mail => mail.Subject.Contains("Créneau choisi", StringComparison.Ordinal));
        Assert.Contains("Réponse promise avant : jeudi 26 novembre à 10 h", request.Text.Plain(), StringComparison.Ordinal);
        Assert.Contains("mardi 24 novembre entre 14 h et 14 h 30", slot.Text.Plain(), StringComparison.Ordinal);
        Assert.Equal(request.Subject[..11], slot.Subject[..11]);
    }

    [Theory]
    [InlineData("le deuxième", "mardi 24 novembre entre 14 h et 14 h 30")]
    [InlineData("3", "mercredi 25 novembre entre 9 h et 9 h 30")]
    [InlineData("mercredi", "mercredi 25 novembre entre 9 h et 9 h 30")]
    [InlineData("mardi 14h", "mardi 24 novembre entre 14 h et 14 h 30")]
    public async Task SlotIsChosenInOwnWords(string words, string slot)
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await AskForCallAsync(bot);

        var confirmed = (await chat.SayAsync(words)).Text();

        Assert.Contains($"Un conseiller vous rappelle {slot}", confirmed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plutôt vendredi vers 16h")]
    [InlineData("mardi")]
    [InlineData("demain après-midi si possible")]
    public async Task AnotherTimeIsPassedOnInTheFirmsOwnWords(string words)
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await AskForCallAsync(bot);

        var told = (await chat.SayAsync(words)).Text();

        Assert.Contains($"Je transmets votre souhait au conseiller : « {words} ».", told, StringComparison.Ordinal);
        Assert.Single(await bot.MailsAsync(), mail => mail.Text.Contains($"« {words} »", StringComparison.Ordinal) && mail.Subject.Contains("Créneau", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Le plus tôt possible")]
    [InlineData("peu importe")]
    [InlineData("quand vous voulez dans la semaine")]
    [InlineData("je ne sais pas")]
    [InlineData("le plus tot possible")]
    [InlineData("non merci")]
    public async Task WhoeverWantsNoSlotIsCalledAsSoonAsPossible(string words)
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await AskForCallAsync(bot);

        var told = (await chat.SayAsync(words)).Text();

        Assert.Contains("Un conseiller vous rappelle dès que possible, au 06 12 34 56 78.", told, StringComparison.Ordinal);
        Assert.Single(await bot.MailsAsync());
    }

    [Fact]
    public async Task RequestIsSentEvenIfTheSlotIsNeverChosenAndTheDiagnosisGoesOn()
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("conseiller");
        await chat.SayAsync("06 12 34 56 78");

        Assert.Single(await bot.MailsAsync());
        await chat.SayAsync("blablu trouc");
        var second = (await chat.SayAsync("zzz grmpf")).Text();

        Assert.Contains("dès que possible", second, StringComparison.Ordinal);
        Assert.Contains("Que vendez-vous ?", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlotThatHasGoneByIsOfferedNoMore()
    {
        var clock = new FakeTimeProvider(Instant(TuesdayMorning));
        await using var bot = Start(clock);
        var chat = await AskForCallAsync(bot);

        for (var passed = 0; passed < 4; passed++)
        {
            clock.Advance(TimeSpan.FromMinutes(20));

            // A token lasts less long than it takes.
            var refreshed = await chat.PostAsync("/v3/directline/tokens/refresh", new { });
            chat.Use((await refreshed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString()!);
        }

        var told = (await chat.ChooseAsync(chat.Last[^1].Choices[0].Title)).Text();

        Assert.Contains("Ce moment est passé", told, StringComparison.Ordinal);
        Assert.Equal("Mardi 24 novembre entre 14 h et 14 h 30", chat.Last[^1].Choices[0].Title.Plain());
        Assert.Single(await bot.MailsAsync());
    }

    [Fact]
    public async Task AddressIsAskedForNoTime()
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("conseiller");

        var accepted = (await chat.SayAsync("jeanne@savonnerie.fr")).Text();

        Assert.Contains("avant jeudi 26 novembre à 10 h", accepted, StringComparison.Ordinal);
        Assert.DoesNotContain("être rappelé", accepted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("non, plutôt au 01 99 00 20 55", true)]
    [InlineData("écrivez-moi plutôt : jeanne@savonnerie.fr", false)]
    public async Task FirmThatCorrectsItsContactInsteadOfChoosingIsAnsweredThere(string words, bool asksWhen)
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await AskForCallAsync(bot);

        var corrected = (await chat.SayAsync(words)).Text();

        Assert.Contains("C'est noté. Un conseiller vous répond à", corrected, StringComparison.Ordinal);
        Assert.DoesNotContain("06 12 34 56 78", corrected, StringComparison.Ordinal);
        Assert.Equal(asksWhen, corrected.Contains("Quand voulez-vous être rappelé ?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EverythingIsSaidInEnglishToo()
    {
        await using var bot = Start("2026-11-28T11:00+01:00");
        var chat = await bot.OpenChatAsync("en-GB");

        var asked = (await chat.SayAsync("I want to talk to an adviser")).Text();
        var accepted = (await chat.SayAsync("06 12 34 56 78")).Text();
        var slots = chat.Last[^1].Choices.Select(choice => choice.Title.Plain()).ToList();
        var confirmed = (await chat.SayAsync("the first one")).Text();

        Assert.Contains("Our office reopens on Monday 30 November at 9 am.", asked, StringComparison.Ordinal);
        Assert.Contains("An adviser will answer you at 06 12 34 56 78 by Tuesday 1 December at 6 pm.", accepted, StringComparison.Ordinal);
        Assert.Equal(["Monday 30 November between 10 am and 10:30 am", "Monday 30 November between 2 pm and 2:30 pm", "Tuesday 1 December between 9 am and 9:30 am", "As soon as possible"], slots);
        Assert.Contains("An adviser will call you on Monday 30 November between 10 am and 10:30 am, at 06 12 34 56 78.", confirmed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedHoursHoldAtOnceAndAFaultyEditIsNotTaken()
    {
        await using var bot = Start(TuesdayMorning);
        var chat = await bot.OpenChatAsync();
        var configuration = (IConfigurationRoot)bot.Services.GetRequiredService<IConfiguration>();

        configuration["OpeningHours:Exceptions:2026-11-24"] = "";
        configuration.Reload();
        var closed = (await chat.SayAsync("conseiller")).Text();
        configuration["OpeningHours:Exceptions:2026-11-24"] = "9h-12h";
        Assert.ThrowsAny<Exception>(configuration.Reload);
        var still = (await chat.SayAsync("conseiller")).Text();

        Assert.Contains("Nos bureaux rouvrent mercredi 25 novembre à 9 h.", closed, StringComparison.Ordinal);
        Assert.Contains("Nos bureaux rouvrent mercredi 25 novembre à 9 h.", still, StringComparison.Ordinal);
    }

    private static async Task<ChatClient> AskForCallAsync(BotApplication bot)
    {
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("conseiller");
        await chat.SayAsync("06 12 34 56 78");
        return chat;
    }

    private BotApplication Start(string now) => Start(new FakeTimeProvider(Instant(now)));

    private BotApplication Start(FakeTimeProvider clock) => new(("Knowledge:Directory", _articles.Path)) { Clock = clock };

    private static DateTimeOffset Instant(string now) => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
}
