using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class ResumeTests
{
    private static readonly string[] WrongCodes = ["code ACD349", "code ACD347", "code ACD346", "code ACD344", "code ACD343"];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    private int _messages;

    [Fact]
    public async Task AfterFiveWrongCodesEvenTheRightOneIsRefusedForAnHour()
    {
        await using var bot = new BotApplication { Clock = _clock };
        var code = await BeginAsync(bot, "firm");
        foreach (var wrong in WrongCodes)
        {
            await SayAsync(bot, "guesser", wrong);
        }

        var refused = await SayAsync(bot, "guesser", "code " + code);
        _clock.Advance(TimeSpan.FromMinutes(61));
        var accepted = await SayAsync(bot, "guesser", "code " + code);

        Assert.Contains("Trop de codes faux", refused, StringComparison.Ordinal);
        Assert.Contains("Je l'ai retrouvé", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartingOverDoesNotGiveMoreGuesses()
    {
        await using var bot = new BotApplication { Clock = _clock };
        foreach (var wrong in WrongCodes)
        {
            await SayAsync(bot, "guesser", wrong);
        }

        await SayAsync(bot, "guesser", "recommencer");
        var refused = await SayAsync(bot, "guesser", "code ACD364");

        Assert.Contains("Trop de codes faux", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyConversationsTogetherAreSlowedDownToo()
    {
        await using var bot = new BotApplication(("Diagnosis:WrongCodesPerMinute", "3")) { Clock = _clock };
        var code = await BeginAsync(bot, "firm");
        foreach (var guesser in new[] { "one", "two", "three" })
        {
            await SayAsync(bot, guesser, "code ACD349");
        }

        var paused = await SayAsync(bot, "four", "code " + code);
        _clock.Advance(TimeSpan.FromSeconds(61));
        var accepted = await SayAsync(bot, "four", "code " + code);

        Assert.Contains("Je ne peux pas vérifier", paused, StringComparison.Ordinal);
        Assert.Contains("Je l'ai retrouvé", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoConversationsMayPointToOneDiagnosis()
    {
        await using var bot = new BotApplication { Clock = _clock };
        var code = await BeginAsync(bot, "web");

        await SayAsync(bot, "phone", "code " + code);
        await SayAsync(bot, "phone", "du savon");

        var answers = await bot.ReadDataAsync(data => data.Diagnoses.Select(diagnosis => diagnosis.Progress).SingleAsync());
        Assert.Equal(["cosmetique"], answers.Answers["activity"].Choices);
        Assert.Equal("headcount", answers.Asking);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void GuardClosesAtItsLimitAndOpensAMinuteLater(int wrong, bool closed)
    {
        var guard = new CodeGuard(Options.Create(new DiagnosisOptions { WrongCodesPerMinute = 3 }), _clock);
        for (var i = 0; i < wrong; i++)
        {
            guard.CountWrong();
        }

        Assert.Equal(closed, guard.IsClosed);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(guard.IsClosed);
    }

    private async Task<string> BeginAsync(BotApplication bot, string conversation)
    {
        await SayAsync(bot, conversation, "je veux faire le diagnostic");
        return await bot.ReadDataAsync(data => data.Diagnoses.Select(diagnosis => diagnosis.ResumeCode).SingleAsync());
    }

    private async Task<string> SayAsync(BotApplication bot, string conversation, string text)
    {
        var turn = new Turn(new ConversationKey("test", conversation), $"m{_messages++}", new Said(text), _clock.GetUtcNow());
        var entry = await bot.Services.GetRequiredService<TurnHandler>().HandleAsync(turn, TestContext.Current.CancellationToken);
        return string.Join(' ', entry.Reply.Parts.Select(part => part switch
        {
            Say say => say.Text,
            Ask ask => ask.Text,
            _ => "",
        }));
    }
}
