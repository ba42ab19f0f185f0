using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Channels.Phone;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// From the phone to the chat, and from one call to another.
public sealed class ContinuityTests
{
    [Fact]
    public async Task CallerGoesOnInTheChatAtTheSameQuestion()
    {
        await using var bot = PhoneLine.Start();
        var caller = await InTheMiddleAsync(bot);

        await caller.SayAsync("je préfère continuer sur internet");
        var code = await CodeAsync(bot);
        Assert.Contains(ForTheEar.Write(code, Conversations.Language.French), caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Voulez-vous le recevoir par SMS", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");
        Assert.StartsWith("C'est noté, le SMS part tout de suite. Dans quelle région", caller.Heard, StringComparison.Ordinal);

        var chat = await bot.OpenChatAsync();
        var answer = await chat.SayAsync(code);
        Assert.Contains(answer, activity => activity.Says.Contains("Dans quelle région", StringComparison.Ordinal));
        Assert.Contains($"/?reprendre={code}", await OnlyMessageAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkIsNotSentUnlessTheCallerAgrees()
    {
        await using var bot = PhoneLine.Start();
        var caller = await InTheMiddleAsync(bot);

        await caller.SayAsync("envoyez-moi le lien");
        await caller.SayAsync("non");

        Assert.StartsWith("D'accord, pas de SMS.", caller.Heard, StringComparison.Ordinal);
        Assert.Equal(0, await bot.ReadDataAsync(data => data.Outbox.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task FixedLineGetsTheCodeAndNoOfferOfAText()
    {
        await using var bot = PhoneLine.Start();
        var caller = await InTheMiddleAsync(bot, PhoneLine.Landline);

        await caller.SayAsync("envoyez-moi le lien");

        Assert.Contains("Je répète", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Je ne peux pas envoyer de SMS à ce numéro.", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondCallFromTheSameNumberLearnsNothingWithoutTheCode()
    {
        await using var bot = PhoneLine.Start();
        var stranger = await bot.CallAsync("CA0", PhoneLine.Landline);
        await (await InTheMiddleAsync(bot)).HangUpAsync();

        var again = await bot.CallAsync("CA2");

        Assert.Equal(stranger.Heard, again.Heard);
    }

    [Fact]
    public async Task SecondCallGoesOnWithTheCodeKeyedIn()
    {
        await using var bot = PhoneLine.Start();
        await (await InTheMiddleAsync(bot)).HangUpAsync();
        var code = await CodeAsync(bot);

        var again = await bot.CallAsync("CA2");
        await again.PressAsync("3");
        await again.PressAsync(Dictated.KeysOf(code) + "#");

        Assert.Contains("Je l'ai retrouvé.", again.Heard, StringComparison.Ordinal);
        Assert.Contains("Dans quelle région", again.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysOfACodeAreGoodForTheNumberThatBeganItOnly()
    {
        await using var bot = PhoneLine.Start();
        await (await InTheMiddleAsync(bot)).HangUpAsync();
        var code = await CodeAsync(bot);

        var other = await bot.CallAsync("CA2", "+33698765432");
        await other.PressAsync("3");
        await other.PressAsync(Dictated.KeysOf(code) + "#");

        Assert.StartsWith("Je ne retrouve pas ce code avec ce numéro.", other.Heard, StringComparison.Ordinal);
        await other.SayAsync(string.Join(' ', code.ToCharArray()));
        Assert.Contains("Je l'ai retrouvé.", other.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodesCannotBeGuessedOnTheKeys()
    {
        await using var bot = PhoneLine.Start();
        await (await InTheMiddleAsync(bot)).HangUpAsync();
        var keys = Dictated.KeysOf(await CodeAsync(bot));

        var again = await bot.CallAsync("CA2");
        await again.PressAsync("3");
        for (var guess = 0; guess < 3; guess++)
        {
            await again.PressAsync("222222#");
        }

        await again.PressAsync(keys + "#");
        Assert.StartsWith("Je ne retrouve pas ce code", again.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A C 3 D 4 F", "AC3D4F")]
    [InlineData("a c'est 3 des quatre f", "AC3D4F")]
    [InlineData("mon code c'est A comme Anatole C comme Célestin trois D comme Désiré quatre F comme François", "AC3D4F")]
    [InlineData("double v ixe i grec six sept neuf", "WXY679")]
    [InlineData("t h o hache 3 4", null)]
    [InlineData("emme enne pé cu erre sept", "MNPQR7")]
    [InlineData("why are tea three four six", "YRT346")]
    public void CodeIsReadAsItIsSpelled(string words, string? code) => Assert.Equal(code, Dictated.Code(words));

    [Theory]
    [InlineData("marie point martin arobase export point fr", "marie.martin@export.fr")]
    [InlineData("c'est contact arobase mon tiret site point fr merci", "c'est contact@mon-site.fr merci")]
    [InlineData("on vend at home en france", null)]
    public void AddressIsReadAsItIsDictated(string words, string? address) => Assert.Equal(address, Dictated.Address(words));

    [Fact]
    public async Task FarewellGivesTheCodeAndOffersTheLink()
    {
        await using var bot = PhoneLine.Start();
        var caller = await InTheMiddleAsync(bot);

        await caller.PressAsync("9");
        Assert.Contains(ForTheEar.Write(await CodeAsync(bot), Conversations.Language.French), caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");

        Assert.Equal("C'est noté, le SMS part tout de suite. Au revoir, et merci de votre appel.", caller.Heard);
        Assert.True(caller.IsOver);
    }

    private static async Task<Caller> InTheMiddleAsync(BotApplication bot, string number = PhoneLine.Mobile)
    {
        var caller = await bot.CallAsync(number: number);
        await caller.PressAsync("1");
        await caller.SayAsync("des bougies");
        await caller.SayAsync("douze");
        Assert.Contains("Dans quelle région", caller.Heard, StringComparison.Ordinal);
        return caller;
    }

    private static Task<string> CodeAsync(BotApplication bot) => bot.ReadDataAsync(data =>
        data.Diagnoses.OrderBy(one => one.StartedAt).Select(one => one.ResumeCode).FirstAsync(TestContext.Current.CancellationToken));

    private static Task<string> OnlyMessageAsync(BotApplication bot) => bot.ReadDataAsync(async data =>
        Regex.Unescape((await data.Outbox.SingleAsync(one => one.Kind == OutboxKinds.Sms, TestContext.Current.CancellationToken)).Payload));
}
