using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// `kill -9` on the real process while somebody is on the line.
public sealed class KilledCallTests
{
    [Fact]
    public async Task CallGoesOnWhereItStoodAfterTheProcessWasKilled()
    {
        await using var bot = await BotProcess.StartAsync();
        var caller = await CallAsync(bot);
        await caller.SayAsync("je veux faire le diagnostic");
        await caller.SayAsync("des bougies");
        await caller.SayAsync("deux cents", confidence: 0.1);
        Assert.Contains("J'ai entendu : deux cents", caller.Heard, StringComparison.Ordinal);

        await bot.RestartAsync();
        caller.Http = Client(bot);
        await caller.SayAsync("non, douze");

        Assert.Contains("Dans quelle région", caller.Heard, StringComparison.Ordinal);
        await caller.SayAsync("retour");
        Assert.Contains("Vous aviez répondu : douze personnes.", caller.Heard, StringComparison.Ordinal);
    }

    /// The answer was lost with the process: the provider asks again.
    [Fact]
    public async Task TurnThatWasAnsweredByAKilledProcessIsAnsweredTheSame()
    {
        await using var bot = await BotProcess.StartAsync();
        var caller = await CallAsync(bot);
        await caller.SayAsync("je veux faire le diagnostic");
        var first = await AnswerAsync(caller);

        await bot.RestartAsync();
        caller.Http = Client(bot);

        Assert.Equal(first, await AnswerAsync(caller));
    }

    private static async Task<string> AnswerAsync(Caller caller)
    {
        using var answer = await caller.PostAsync("turn?n=2", ("SpeechResult", "des bougies"), ("Confidence", "0.9"));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Caller> CallAsync(BotProcess bot)
    {
        var caller = new Caller(Client(bot), bot.Address, "CA1", PhoneLine.Mobile);
        await caller.CallAsync();
        return caller;
    }

    private static HttpClient Client(BotProcess bot) => new() { BaseAddress = bot.Address };
}
