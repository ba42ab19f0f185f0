using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Dialogues;

public sealed class DigressionTests
{
    [Fact]
    public async Task QuestionInTheMiddleOfTheDiagnosisIsAnsweredWithItsSourceAndTheDiagnosisResumes()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("du miel");

        var digression = await chat.SayAsync("c koi loss");

        Assert.Contains("guichet unique", Text(digression), StringComparison.Ordinal);
        Assert.Contains("[1]: https://", Text(digression), StringComparison.Ordinal);
        Assert.Contains("Reprenons le diagnostic", Text(digression), StringComparison.Ordinal);
        Assert.Contains("Combien de personnes", digression[^1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoIntentsInOneSentenceAreBothServedTheQuestionFirst()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var both = await chat.SayAsync("je veux faire le diagnostic mais d'abord les droits de douane au Japon ?");

        Assert.Contains("Japon", both[0].Says, StringComparison.Ordinal);
        Assert.Contains("Que vendez-vous ?", both[^1].Says, StringComparison.Ordinal);
        Assert.DoesNotContain("Autre chose ?", Text(both), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestForAPersonInTheMiddleIsServedAndTheDiagnosisResumes()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");

        var asked = await chat.SayAsync("je ne veux pas parler à un robot");
        var accepted = await chat.SayAsync("06 12 34 56 78");
        var slot = await chat.ChooseAsync("Le plus tôt possible");

        Assert.Contains("numéro de téléphone", Text(asked), StringComparison.Ordinal);
        Assert.Matches("CC-[A-Z0-9]{6}", Text(accepted));
        Assert.Contains("Que vendez-vous ?", Text(slot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonIsNotForcedOnSomeoneWhoWantsNone()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("conseiller");

        var declined = await chat.SayAsync("non merci");

        Assert.Contains("pas de conseiller", Text(declined), StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<BotActivity> activities) => string.Join('\n', activities.Select(activity => activity.Says));
}
