using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// Callers who are silent, hard to hear, or press anything.
public sealed class DifficultCallTests
{
    [Fact]
    public async Task SilentCallerHearsTheQuestionOtherwiseThenKeysThenOtherWaysOnAndIsNeverHungUpOn()
    {
        await using var bot = PhoneLine.Start();
        var caller = await AskedHowManyAsync(bot);

        await caller.StaySilentAsync();
        Assert.StartsWith("Je n'ai rien entendu. Certaines aides sont réservées aux petites équipes.", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Combien de personnes", caller.Heard, StringComparison.Ordinal);

        await caller.StaySilentAsync();
        Assert.StartsWith("Je n'entends toujours rien. Vous pouvez répondre avec les touches.", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Pour moi seul, tapez un.", caller.Heard, StringComparison.Ordinal);

        await caller.StaySilentAsync();
        Assert.StartsWith("Pour parler à un conseiller, tapez zéro. Pour être rappelé, tapez un. Pour continuer sur internet avec un lien par SMS, tapez deux.", caller.Heard, StringComparison.Ordinal);

        for (var more = 0; more < 20; more++)
        {
            await caller.StaySilentAsync();
            Assert.StartsWith("Je suis toujours là", caller.Heard, StringComparison.Ordinal);
            Assert.False(caller.IsOver);
        }

        await caller.SayAsync("douze");
        Assert.Contains("quelle région", caller.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.31)]
    [InlineData(null)]
    [InlineData(-1.0)]
    public async Task AnswerHeardBadlyIsReadBackBeforeItCounts(double? confidence)
    {
        await using var bot = PhoneLine.Start();
        var caller = await AskedHowManyAsync(bot);

        await caller.SayAsync("deux cents", confidence);
        Assert.Equal("J'ai entendu : deux cents. C'est bien ça ? Oui : tapez un. Non : tapez deux.", caller.Heard);

        await caller.SayAsync("non, douze");
        Assert.Contains("quelle région", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("*");
        Assert.Contains("Vous aviez répondu : douze personnes.", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionsAndCommandsHeardBadlyAreNotReadBack()
    {
        await using var bot = PhoneLine.Start();
        var caller = await AskedHowManyAsync(bot);

        await caller.SayAsync("c'est quoi l'oss", confidence: null);

        Assert.DoesNotContain("J'ai entendu", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("guichet unique", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoisyCallerGetsTheLikeliestAnswersOnTheKeys()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");

        await caller.SayAsync("krr zzz industrille", confidence: 0.1);
        await caller.PressAsync("2");
        Assert.StartsWith("Excusez-moi. Redites-le, ou choisissez avec les touches.", caller.Heard, StringComparison.Ordinal);
        await caller.SayAsync("industriqueue krr", confidence: 0.1);
        await caller.SayAsync("non");

        Assert.StartsWith("J'ai du mal à vous entendre. Répondons avec les touches. Que vendez-vous ? Pour industrie, tapez un.", caller.Heard, StringComparison.Ordinal);
        Assert.Equal("dtmf", (string?)caller.Waits!.Attribute("input"));
        await caller.PressAsync("1");
        Assert.Contains("Combien de personnes", caller.Heard, StringComparison.Ordinal);
        Assert.Equal("dtmf speech", (string?)caller.Waits!.Attribute("input"));
    }

    [Fact]
    public async Task WordsNotUnderstoodTwiceBringTheKeys()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");

        await caller.SayAsync("blabli grumpf");
        Assert.DoesNotContain("avec les touches", caller.Heard, StringComparison.Ordinal);
        await caller.SayAsync("dindustripouet krr grumpf");

        Assert.StartsWith("Je ne comprends toujours pas. Répondons avec les touches.", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Pour industrie, tapez un.", caller.Heard, StringComparison.Ordinal);
        Assert.Equal("dtmf", (string?)caller.Waits!.Attribute("input"));
    }

    [Fact]
    public async Task SayingItAgainDoesNotSayAgainThatNothingWasUnderstood()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("blabli grumpf");

        await caller.SayAsync("pardon, vous pouvez répéter ?");

        Assert.StartsWith("Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyAnswerToChangeIsChosenWithItsKey()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("du vin");

        await caller.SayAsync("corriger");
        Assert.Contains("Pour ce que vous vendez : Vins et alcools, tapez un.", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");

        Assert.Contains("Vous aviez répondu : Vins et alcools. Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatMeansNothingIsSaidToMeanNothing()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();

        await caller.PressAsync("7");

        Assert.StartsWith("Cette touche ne sert à rien ici. Que voulez-vous faire ?", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysMayBeSaidInWords()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();

        await caller.SayAsync("tapez un");

        Assert.Contains("Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    /// As recognisers write what people say on phones.
    [Theory]
    [InlineData("fer le diagnostique", "Que vendez-vous ?")]
    [InlineData("diagnostique s'il vous plaît", "Que vendez-vous ?")]
    [InlineData("je voudrais poser une question", "Posez votre question")]
    [InlineData("quel est la tva en almagne", "dix-neuf pour cent")]
    [InlineData("les droits de doigane au japon", "quatre-vingt-dix pour cent")]
    [InlineData("j'ai un code", "Quel est votre code")]
    [InlineData("passez-moi quelqu'un", "Un conseiller peut vous répondre")]
    [InlineData("allo oui bonjour", "Que voulez-vous faire ?")]
    [InlineData("pardon vous pouvez répéter", "Que voulez-vous faire ?")]
    [InlineData("je vends des bougies et je veux vendre en belgique", "dix-sept milliards")]
    public async Task WhatARecogniserMakesOfTheFirstWordsIsUnderstood(string words, string answer)
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();

        await caller.SayAsync(words);

        Assert.Contains(answer, caller.Heard, StringComparison.Ordinal);
    }

    private static async Task<Caller> AskedHowManyAsync(BotApplication bot)
    {
        var caller = await bot.CallAsync();
        await caller.PressAsync("1");
        await caller.SayAsync("des bougies");
        Assert.Contains("Combien de personnes", caller.Heard, StringComparison.Ordinal);
        return caller;
    }
}
