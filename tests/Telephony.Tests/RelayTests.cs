using System.Text.Json;
using System.Xml.Linq;
using CroissanceConnectee.Telephony.Tests.Support;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class RelayTests
{
    private const string Broken = "SessionStatus=failed&ErrorCode=64105&SessionId=VX1";

    [Fact]
    public async Task SameTurnsComeByEitherTransport()
    {
        await using var gather = await LineHost.StartAsync();
        await using var relay = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        gather.Product.Says(Interview);
        relay.Product.Says(Interview);

        var document = await gather.AskAsync("voice", "CallSid=CA1");
        var heard = new List<string> { document.Descendants("Say").Single().Value };
        foreach (var form in new[] { "SpeechResult=des+bougies", "Digits=12&FinishedOnKey=%23", "" })
        {
            document = await gather.AskAsync(document.Element("Gather")!.Attribute("action")!.Value, form);
            heard.Add(document.Descendants("Say").Single().Value);
        }

        document = await relay.AskAsync("voice", "CallSid=CA1");
        var heardByRelay = new List<string> { document.Descendants("ConversationRelay").Single().Attribute("welcomeGreeting")!.Value };
        using var caller = await RelayCaller.ConnectAsync(document);
        await caller.SayAsync("des bougies");
        heardByRelay.Add(await caller.HearAsync());
        await caller.PressAsync("12#");
        heardByRelay.Add(await caller.HearAsync());
        await SilenceAsync(relay, turns: 4);
        heardByRelay.Add(await caller.HearAsync());

        Assert.Equal(heard, heardByRelay);
        Assert.Equal(gather.Product.Turns.Select(turn => (turn.Id, turn.Input)), relay.Product.Turns.Select(turn => (turn.Id, turn.Input)));
    }

    [Fact]
    public async Task SentencesGoOutOneByOneInTheirLanguage()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        host.Product.Says(_ => new CallScript([new Speak("One. Two!"), new Speak(["Trois ", new Alias("3 €", "trois euros")]) { Language = "fr-FR" }], new Listen
        {
            Interruptible = false,
        })
        {
            Language = "en-GB",
        });
        var question = await host.AskAsync("turn?n=1&via=relay", "Digits=1");
        host.Product.Says(_ => new CallScript("Bien. Au suivant.", new Listen()));
        using var caller = await RelayCaller.ConnectAsync(question);

        await caller.SayAsync("yes");
        var messages = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            messages.Add((await caller.ReceiveAsync())!.Value.GetRawText());
        }

        Assert.Equal(
            [
                /*lang=json*/ """{"type":"language","ttsLanguage":"fr-FR","transcriptionLanguage":"fr-FR"}""",
                /*lang=json*/ """{"type":"text","token":"Bien. ","lang":"fr-FR","interruptible":true,"last":false}""",
                /*lang=json*/ """{"type":"text","token":"Au suivant. ","lang":"fr-FR","interruptible":true,"last":true}""",
            ],
            messages);
        Assert.Equal(["One. Two!", "Trois trois euros"], question.Elements("Say").Select(say => say.Value.Replace("3 €", "trois euros", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatTheCallerCutIsTold()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        using var caller = await RelayCaller.ConnectAsync(await host.AskAsync("voice", "CallSid=CA1"));

        await caller.InterruptAsync("Rép");
        await caller.SayAsync("oui");
        await caller.HearAsync();
        await caller.SayAsync("non");
        await caller.HearAsync();

        Assert.Equal([null, "Rép", null], host.Product.Turns.Select(turn => turn.Heard));
        Assert.Equal("fr-FR", host.Product.Turns.Last().Language);
    }

    [Fact]
    public async Task SilenceBeginsWhenTheLastWordIsPlayed()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        using var caller = await RelayCaller.ConnectAsync(await host.AskAsync("voice", "CallSid=CA1"));
        await caller.SendAsync(new { type = "info", name = "agentSpeaking", value = "on" });
        await caller.SendAsync(new { type = "prompt", voicePrompt = "je", last = false });
        await caller.PressAsync("4");
        await SilenceAsync(host, turns: 2);
        await caller.HearAsync();

        Assert.Equal(new Pressed("4"), host.Product.Turns.Last().Input);
    }

    [Fact]
    public async Task WhatASocketCannotDoIsHandedOver()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        host.Product.Says(turn => turn.Input is Spoke
            ? new([new Speak(["Je vous ", new SayAs("passe", SpokenForm.Characters)]), new Pause(TimeSpan.FromSeconds(1))], new Dial("+33199002017") { Whisper = new("Une firme.") })
            : new("Oui ?", new Listen()));
        var document = await host.AskAsync("voice", "CallSid=CA1");
        using var caller = await RelayCaller.ConnectAsync(document);

        await caller.SayAsync("un conseiller");
        var end = (await caller.ReceiveAsync())!.Value;
        await caller.CloseAsync();
        var dial = await host.AskAsync(Action(document), "SessionStatus=ended&HandoffData=" + Uri.EscapeDataString(end.GetProperty("handoffData").GetString()!));
        var back = await host.AskAsync(dial.Element("Dial")!.Attribute("action")!.Value, "DialCallStatus=no-answer");

        Assert.Equal("end", end.GetProperty("type").GetString());
        Assert.Equal(["Say", "Pause", "Dial"], dial.Elements().Select(verb => verb.Name.LocalName));
        Assert.Equal([0, 1, 2], host.Product.Turns.Select(turn => turn.Number));
        Assert.Single(back.Descendants("ConversationRelay"));
    }

    [Fact]
    public async Task GoingOnNeedsNoDocument()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        host.Product.Says(turn => turn.Input is Spoke ? new("Je cherche.", new GoOn()) : new("Voilà.", new Listen()));
        using var caller = await RelayCaller.ConnectAsync(await host.AskAsync("voice", "CallSid=CA1"));

        await caller.SayAsync("les droits de douane");

        Assert.Equal("Je cherche.", await caller.HearAsync());
        Assert.Equal("Voilà.", await caller.HearAsync());
        Assert.Equal([0, 1, 2], host.Product.Turns.Select(turn => turn.Number));
    }

    [Fact]
    public async Task BrokenSocketIsOpenedAgainOnceThenGivenUp()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        var document = await host.AskAsync("voice", "CallSid=CA1");
        using var caller = await RelayCaller.ConnectAsync(document);
        await caller.SayAsync("oui");
        await caller.HearAsync();
        await caller.InterruptAsync("Réponse");
        await caller.SayAsync("non");
        await caller.HearAsync();
        await caller.SendAsync(new { type = "info", name = "tokensPlayed", value = "Répon" });
        await caller.SendAsync(new { type = "info", name = "tokensPlayed", value = "Réponse " });
        await caller.CloseAsync();

        var again = await host.AskAsync(Action(document), Broken);
        using var second = await RelayCaller.ConnectAsync(again);
        second.Cut();
        var gather = await host.AskAsync(Action(again), Broken);

        Assert.Single(again.Descendants("ConversationRelay"));
        Assert.Equal("Réponse ", host.Product.Turns.ElementAt(3).Heard);
        Assert.Equal((3, new Resumed()), (host.Product.Turns.ElementAt(3).Number, host.Product.Turns.ElementAt(3).Input));
        Assert.Single(gather.Elements("Gather"));
        Assert.Equal(5, host.Product.Turns.Select(turn => turn.Id).Distinct().Count());
    }

    [Fact]
    public async Task CallGoesOnWhenItsSessionIsForgotten()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);

        var again = await host.AskAsync("connect?n=1&via=relay", Broken);
        var unreachable = await host.AskAsync("connect?n=1&via=relay", "SessionStatus=failed&ErrorCode=64102");
        var hungUp = await host.AskAsync("connect?n=1&via=relay", "CallSid=CA1&CallStatus=completed&SessionStatus=completed");

        Assert.Single(again.Descendants("ConversationRelay"));
        Assert.Single(unreachable.Elements("Gather"));
        Assert.Empty(hungUp.Elements());
        Assert.All(host.Product.Turns, turn => Assert.True(turn.Number > 1000 && turn.Heard is null));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"type":"surprise"}""")]
    [InlineData("""{"type":7,"voicePrompt":{}}""")]
    [InlineData("""{"type":"prompt"}""")]
    [InlineData("""{"type":"interrupt","durationUntilInterruptMs":12}""")]
    [InlineData("""{"type":"error","description":"Invalid message"}""")]
    public async Task OddMessagesDoNotEndTheSession(string message)
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        using var caller = await RelayCaller.ConnectAsync(await host.AskAsync("voice", "CallSid=CA1"));

        await caller.SendTextAsync(message);
        await caller.SayAsync("oui");

        Assert.Equal("Réponse 1.", await caller.HearAsync());
    }

    [Fact]
    public async Task SocketThatDoesNotSayWhichCallItIsIsClosed()
    {
        await using var host = await LineHost.StartAsync(VoiceMode.ConversationRelay);
        using var stranger = await RelayCaller.OpenAsync(await host.AskAsync("voice", "CallSid=CA1"));

        await stranger.SayAsync("oui");

        Assert.Null(await stranger.ReceiveAsync());
        Assert.Single(host.Product.Turns);
    }

    private static CallScript Interview(CallTurn turn) => turn.Number switch
    {
        0 => new("Que vendez-vous ?", new Listen()),
        1 => new("Combien de personnes ?", new Listen { By = AnswerBy.Keys }),
        2 => new("Dans quelle région ?", new Listen()),
        _ => new("Je n'ai pas entendu.", new Listen()),
    };

    private static string Action(XElement document) => document.Element("Connect")!.Attribute("action")!.Value;

    /// Time passes until the product has been asked that often.
    private static async Task SilenceAsync(LineHost host, int turns)
    {
        while (host.Product.Turns.Count < turns)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
    }
}
