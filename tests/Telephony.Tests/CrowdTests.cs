using CroissanceConnectee.Telephony.Tests.Support;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class CrowdTests
{
    [Fact]
    public async Task CallsAtOnceDoNotMix()
    {
        await using var host = await LineHost.StartAsync();
        host.Product.Says(turn => new($"{turn.CallId} dit {(turn.Input as Spoke)?.Text}", new Listen()));

        async Task<IEnumerable<string>> CallAsync(int call)
        {
            var heard = new List<string>();
            for (var turn = 1; turn <= 5; turn++)
            {
                var document = await host.AskAsync($"turn?n={turn}", $"CallSid=CA{call}&SpeechResult={call * turn}");
                heard.Add(document.Descendants("Say").Single().Value);
            }

            return heard;
        }

        var calls = await Task.WhenAll(Enumerable.Range(1, 100).Select(CallAsync));

        Assert.Equal(Enumerable.Range(1, 100).Select(call => Enumerable.Range(1, 5).Select(turn => $"CA{call} dit {call * turn}")), calls);
    }

    [Fact]
    public async Task SocketsAtOnceDoNotMix()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        host.Product.Says(turn => new($"{turn.Number} : {(turn.Input as Spoke)?.Text}", new Listen()));
        var document = await host.AskAsync("voice", "CallSid=CA1");

        async Task<string> CallAsync(int call)
        {
            using var caller = await RelayCaller.ConnectAsync(document);
            await caller.SayAsync("bonjour");
            await caller.HearAsync();
            await caller.SayAsync($"appel {call}");
            return await caller.HearAsync();
        }

        var heard = await Task.WhenAll(Enumerable.Range(1, 100).Select(CallAsync));

        Assert.Equal(Enumerable.Range(1, 100).Select(call => $"2 : appel {call}"), heard);
    }
}
