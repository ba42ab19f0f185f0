using CroissanceConnectee.Bot.Channels.Sms;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Phone;

public sealed class SmsTests
{
    [Theory]
    [InlineData("Où ? À l'été, ça coûte 5 €.", "Où ? A l'été, ca coute 5 €.")]
    [InlineData("L’œuvre « prête » – dès Noël…", "L'oeuvre \"prete\" - dès Noel...")]
    [InlineData("10 000 €", "10 000 €")]
    [InlineData("我想", "我想")]
    [InlineData("", "")]
    public void TextIsPutInThePlainAlphabetWhereThatChangesNothing(string text, string plain) => Assert.Equal(plain, Gsm7.Plain(text));

    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("ê", 70, 1)]
    [InlineData("ê", 71, 2)]
    [InlineData("ê", 135, 3)]
    [InlineData("", 1, 1)]
    public void SegmentsAreCountedAsTheyAreBilled(string sign, int times, int segments) =>
        Assert.Equal(segments, Gsm7.Segments(string.Concat(Enumerable.Repeat(sign, times))));

    [Fact]
    public void LongAnswerGoesOutInSeveralMessagesCutBetweenWords()
    {
        var words = string.Join(' ', Enumerable.Repeat("mot", 900));

        var pieces = SmsWriting.Cut(words).ToList();

        Assert.Equal(3, pieces.Count);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 1600));
        Assert.StartsWith("2/3 mot", pieces[1], StringComparison.Ordinal);
        Assert.Equal(words, string.Join(' ', pieces.Select(piece => piece[4..])));
    }

    [Fact]
    public async Task AnswerComesInFullWithItsLinks()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.SayAsync("quels sont les droits de douane au japon");

        await caller.PressAsync("3");

        var sms = await OnlyTextAsync(bot);
        Assert.Contains("90 %", sms, StringComparison.Ordinal);
        Assert.Contains("https://", sms, StringComparison.Ordinal);
        Assert.Contains("STOP", sms, StringComparison.Ordinal);
        Assert.True(Gsm7.IsPlain(sms), sms);
    }

    [Fact]
    public async Task WithoutAnAccountMessagesAreKeptToBeRead()
    {
        await using var bot = PhoneLine.Start();
        await AskForALinkAsync(bot);

        await Until(async () => (await MessageAsync(bot))?.State == OutboxState.Kept);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("Arrêt.")]
    [InlineData("désabonner")]
    public async Task WhoeverWroteStopGetsNothingUntilStart(string stop)
    {
        await using var bot = PhoneLine.Start();
        var owner = bot.Caller();
        await WriteAsync(owner, stop);

        var caller = await AskForALinkAsync(bot);
        Assert.StartsWith("Ce numéro a demandé à ne plus recevoir de SMS.", caller.Heard, StringComparison.Ordinal);
        Assert.Null(await MessageAsync(bot));

        await WriteAsync(owner, "START");
        await AskForALinkAsync(bot, "CA2");
        Assert.NotNull(await MessageAsync(bot));
    }

    /// Its owner may not be the one who calls.
    [Fact]
    public async Task NumberIsNotFloodedWithTextsFromCallToCall()
    {
        await using var bot = PhoneLine.Start();
        for (var call = 0; call < 6; call++)
        {
            Assert.StartsWith("C'est noté", (await AskForALinkAsync(bot, $"CA{call}")).Heard, StringComparison.Ordinal);
        }

        var caller = await AskForALinkAsync(bot, "CA6");

        Assert.StartsWith("J'ai déjà envoyé beaucoup de SMS", caller.Heard, StringComparison.Ordinal);
        Assert.Equal(6, await bot.ReadDataAsync(data => data.Outbox.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task OtherMessagesAreToldWhereQuestionsAreAnswered()
    {
        await using var bot = PhoneLine.Start();

        var reply = await WriteAsync(bot.Caller(), "bonjour vous pouvez m'aider ?");

        Assert.Contains("Personne ne lit ce numéro", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageThatMayHaveGoneOutIsLookedForBeforeItIsSentAgain()
    {
        await using var provider = await MessagesProvider.StartAsync(losesTheFirstAnswer: true);
        await using var bot = PhoneLine.Start(provider.Settings);
        await AskForALinkAsync(bot);
        await Until(async () => (await MessageAsync(bot))?.LastError is not null);

        await DueNowAsync(bot);

        await Until(async () => (await MessageAsync(bot))?.State == OutboxState.Done);
        Assert.Single(provider.Sent);
    }

    [Fact]
    public async Task StopThatCameBetweenAskingAndSendingIsHonoured()
    {
        await using var provider = await MessagesProvider.StartAsync(refusals: 1);
        await using var bot = PhoneLine.Start(provider.Settings);
        await AskForALinkAsync(bot);
        await Until(async () => (await MessageAsync(bot))?.LastError is not null);
        await WriteAsync(bot.Caller(), "STOP");

        await DueNowAsync(bot);

        await Until(async () => (await MessageAsync(bot))?.State == OutboxState.GivenUp);
        Assert.Empty(provider.Sent);
    }

    [Fact]
    public async Task RecipientWhoOptedOutAtTheProviderIsRemembered()
    {
        await using var provider = await MessagesProvider.StartAsync(optedOut: true);
        await using var bot = PhoneLine.Start(provider.Settings);
        await AskForALinkAsync(bot);

        await Until(async () => (await MessageAsync(bot))?.State == OutboxState.GivenUp);
        var caller = await AskForALinkAsync(bot, "CA2");

        Assert.StartsWith("Ce numéro a demandé à ne plus recevoir de SMS.", caller.Heard, StringComparison.Ordinal);
    }

    private static async Task<Caller> AskForALinkAsync(BotApplication bot, string call = "CA1")
    {
        var caller = await bot.CallAsync(call);
        await caller.SayAsync("envoyez-moi le lien");
        await caller.SayAsync("oui");
        return caller;
    }

    private static async Task<string> WriteAsync(Caller owner, string text)
    {
        using var answer = await owner.PostAsync("sms", ("MessageSid", "SM" + Guid.NewGuid().ToString("N")), ("Body", text), ("NumMedia", "0"));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<OutboxMessage?> MessageAsync(BotApplication bot) => bot.ReadDataAsync(data =>
        data.Outbox.AsNoTracking().SingleOrDefaultAsync(one => one.Kind == OutboxKinds.Sms, TestContext.Current.CancellationToken));

    private static async Task<string> OnlyTextAsync(BotApplication bot) =>
        System.Text.Json.JsonDocument.Parse((await MessageAsync(bot))!.Payload).RootElement.GetProperty("Text").GetString()!;

    /// Half a minute goes by, for the outbox.
    private static Task<int> DueNowAsync(BotApplication bot) => bot.ReadDataAsync(async data =>
    {
        var changed = await data.Outbox.ExecuteUpdateAsync(one => one.SetProperty(m => m.DueAt, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<OutboxSignal>(bot.Services).Raise();
        return changed;
    });

    private static async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
