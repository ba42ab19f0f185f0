using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Dialogues;

public sealed class CommandTests
{
    [Fact]
    public async Task RepeatSaysTheSameAgainAndNothingElse()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        var first = await chat.SayAsync("je veux faire le diagnostic");

        var again = await chat.SayAsync("répète stp");

        Assert.Equal(first.Select(activity => activity.Says), again.Select(activity => activity.Says));
        Assert.Equal(first[^1].Choices.Select(choice => choice.Title), again[^1].Choices.Select(choice => choice.Title));
    }

    [Fact]
    public async Task LanguageChangesInTheMiddleOfTheDiagnosisAndTheQuestionComesAgainInIt()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");

        var english = await chat.SayAsync("english please");
        var french = await chat.SayAsync("en français");

        Assert.Contains("in English", Text(english), StringComparison.Ordinal);
        Assert.Contains("What do you sell?", Text(english), StringComparison.Ordinal);
        Assert.Contains("Que vendez-vous ?", Text(french), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RestartKeepsTheUnfinishedDiagnosisUnderItsCode()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("du vin");

        var restarted = Text(await chat.SayAsync("recommencer"));
        var code = restarted[restarted.IndexOf("code ", StringComparison.Ordinal)..].Split(' ')[1];
        var resumed = await chat.SayAsync(code);

        Assert.Contains("Combien de personnes", Text(resumed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpInTheMiddleOfTheDiagnosisReturnsToTheQuestion()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");

        var help = await chat.SayAsync("aide");

        Assert.Contains("« retour »", Text(help), StringComparison.Ordinal);
        Assert.Contains("Reprenons le diagnostic", Text(help), StringComparison.Ordinal);
        Assert.Contains("Que vendez-vous ?", Text(help), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoMissesBringChoicesAndTheThirdAPerson()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var first = await chat.SayAsync("blablu trouc");
        var second = await chat.SayAsync("zzz grmpf");
        var third = await chat.SayAsync("pfff krr");

        Assert.Contains("Je n'ai pas compris", Text(first), StringComparison.Ordinal);
        Assert.NotEmpty(second[^1].Choices);
        Assert.Contains("Une personne peut vous répondre", Text(third), StringComparison.Ordinal);
        Assert.Contains("numéro de téléphone", Text(third), StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<BotActivity> activities) => string.Join('\n', activities.Select(activity => activity.Says));
}
