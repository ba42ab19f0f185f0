using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Crash;

/// `kill -9` on the real process, again and again at random moments, while firms are in the middle of their diagnosis.
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 100;
    private const int Firms = 4;

    [Fact]
    public async Task KilledProcessLosesNoAnswerAndCountsNoneTwice()
    {
        await using var bot = await BotProcess.StartAsync(PersistentFirm.Settings);
        var firms = Enumerable.Range(0, Firms).Select(number => new PersistentFirm(() => bot.Address, number)).ToList();
        using var over = new CancellationTokenSource();
        var talks = firms.Select(firm => firm.TalkAsync(over.Token)).ToList();

        var moments = new Random(20261122);
        for (var kill = 0; kill < Kills; kill++)
        {
            // On a machine so busy that a start takes long, a turn does too: some lives must be long enough for one.
            var longest = Math.Max(2000, (int)bot.TimeToReady.TotalMilliseconds);
            await Task.Delay(moments.Next(5, longest), TestContext.Current.CancellationToken);
            await bot.RestartAsync();
        }

        await over.CancelAsync();
        await Task.WhenAll(talks);
        output.WriteLine($"{Kills} kills, {firms.Sum(firm => firm.Said.Count)} messages, {firms.Sum(firm => firm.Retries)} sent again");

        await using var undisturbed = await BotProcess.StartAsync(PersistentFirm.Settings);
        foreach (var firm in firms)
        {
            Assert.True(firm.Said.Count > Kills / 2, "The firms hardly spoke: nothing was tested.");
            Assert.Equal(firm.Said, await firm.SaidAccordingToTheBotAsync());
            Assert.Equal(await firm.RepeatTalkAsync(undisturbed.Address), await firm.AnswersAsync());
        }
    }
}
