using System.Net;
using System.Xml.Linq;
using CroissanceConnectee.Telephony.Tests.Support;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class LineTests
{
    [Fact]
    public async Task CallIsATurnAfterTheOther()
    {
        await using var host = await LineHost.StartAsync();

        var welcome = await host.AskAsync("voice", "CallSid=CA1&From=%2B33612345678&CallStatus=ringing&Direction=inbound");
        var answer = await host.AskAsync(welcome.Element("Gather")!.Attribute("action")!.Value, "SpeechResult=des+bougies&Confidence=0.8");
        await host.AskAsync(answer.Element("Gather")!.Attribute("action")!.Value, "Digits=1");
        await host.AskAsync(answer.Element("Redirect")!.Value);

        Assert.Equal("Réponse 0.", welcome.Descendants("Say").Single().Value);
        Assert.Equal(
            [(0, new CallStarted()), (1, new Spoke("des bougies", 0.8)), (2, new Pressed("1")), (2, new Silent())],
            host.Product.Turns.Select(turn => (turn.Number, turn.Input)));
        Assert.All(host.Product.Turns, turn => Assert.Equal(("CA1", "token-1"), (turn.CallId, turn.IdempotencyToken)));
    }

    [Fact]
    public async Task CallThatWeMadeBeginsWithItsReference()
    {
        await using var host = await LineHost.StartAsync();

        await host.AskAsync("voice?ref=rappel%2F7", "CallSid=CA1&Direction=outbound-api&AnsweredBy=human");

        var turn = Assert.Single(host.Product.Turns);
        Assert.Equal(("rappel/7", CallDirection.Outbound, AnsweredBy.Human), (turn.Reference, turn.Direction, turn.AnsweredBy));
    }

    [Fact]
    public async Task CallThatIsRedirectedRepeatsNoTurn()
    {
        await using var host = await LineHost.StartAsync();
        await host.AskAsync("voice", "CallSid=CA1");

        await host.AskAsync("voice?ref=expert&n=12345", "CallSid=CA1");

        Assert.Equal(("12345", "expert", new Redirected()), (host.Product.Turns.Last().Id, host.Product.Turns.Last().Reference, host.Product.Turns.Last().Input));
    }

    [Fact]
    public async Task FailureIsAnApologyAndAWayOn()
    {
        await using var host = await LineHost.StartAsync();
        host.Product.Says(_ => throw new InvalidOperationException("broken"));

        var sorry = await host.AskAsync("turn?n=3", "SpeechResult=oui");
        var again = await host.AskAsync(sorry.Element("Gather")!.Attribute("action")!.Value, "Digits=0");

        Assert.Equal("Excusez-nous. Pour un conseiller, tapez 0.", sorry.Descendants("Say").Single().Value);
        Assert.Equal([(3, 0), (4, 1)], host.Product.Turns.Select(turn => (turn.Number, turn.Apologies)));
        Assert.Equal("turn?n=5&sorry=2", again.Element("Gather")!.Attribute("action")!.Value);
    }

    [Fact]
    public async Task AnswerThatTakesTooLongIsAnApologyAndCancelled()
    {
        await using var host = await LineHost.StartAsync();
        var asked = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        host.Product.Answer = async (_, cancellation) =>
        {
            cancellation.Register(cancelled.SetResult);
            asked.SetResult();
            await new TaskCompletionSource().Task;
            throw new InvalidOperationException("unreachable");
        };

        var answer = host.AskAsync("turn?n=1", "Digits=1");
        await asked.Task;
        while (!cancelled.Task.IsCompleted)
        {
            // The budget's timer may be set a moment after the question.
            host.Time.Advance(TimeSpan.FromSeconds(8));
            await Task.Yield();
        }

        Assert.Equal("Excusez-nous. Pour un conseiller, tapez 0.", (await answer).Descendants("Say").Single().Value);
    }

    [Fact]
    public async Task ProductThatCannotEvenApologiseIsExcused()
    {
        await using var host = await LineHost.StartAsync();
        host.Product.Says(_ => throw new InvalidOperationException("broken"));
        host.Product.Apology = _ => throw new InvalidOperationException("broken too");

        var document = await host.AskAsync("voice", "CallSid=CA1");

        Assert.Equal(["Say", "Hangup"], document.Elements().Select(verb => verb.Name.LocalName));
    }

    [Theory]
    [InlineData("voice", "CallSid=")]
    [InlineData("turn?n=abc", "CallSid=&Digits=1")]
    [InlineData("wait?n=99999999999999", "CallSid=&QueuePosition=x")]
    public async Task CallThatSaysNotWhichItIsHearsSomething(string route, string form)
    {
        await using var host = await LineHost.StartAsync();

        var document = await host.AskAsync(route, form);

        Assert.NotEmpty(document.Elements("Say"));
        Assert.Empty(host.Product.Turns);
    }

    [Theory]
    [InlineData("turn", "Digits=99999999999999999999999999999999999999")]
    [InlineData("turn?n=-1&sorry=x", "SpeechResult=%EF%BF%BD%00&Confidence=-7")]
    [InlineData("dial?n=1", "DialCallStatus=?")]
    [InlineData("queue?n=1", "")]
    [InlineData("recorded?n=1", "RecordingUrl=javascript%3Aalert&RecordingDuration=-1")]
    [InlineData("wait?n=1", "QueuePosition=1")]
    [InlineData("connect?n=1", "HandoffData=%7B%22script%22%3A")]
    [InlineData("connect?n=1", "HandoffData=%7B%22number%22%3A3%2C%22script%22%3A%7B%22prompts%22%3Anull%7D%7D")]
    [InlineData("fallback", "ErrorUrl=junk&ErrorCode=11200")]
    public async Task OddRequestsAreAnswered(string route, string form)
    {
        await using var host = await LineHost.StartAsync();

        var document = await host.AskAsync(route, form);

        Assert.True(document.Descendants("Say").Any() || document.Descendants("ConversationRelay").Attributes("welcomeGreeting").Any());
    }

    [Fact]
    public async Task WhisperPutsThroughOnlyWithTheRightKey()
    {
        await using var host = await LineHost.StartAsync();
        host.Product.Says(_ => new("Je vous passe un conseiller.", new Dial("+33199002017") { Whisper = new Whisper("Une firme. Tapez 2.", '2') }));

        var dial = await host.AskAsync("turn?n=1", "Digits=0");
        var whisper = await host.AskAsync(dial.Descendants("Number").Single().Attribute("url")!.Value, "CallSid=CA2&ParentCallSid=CA1");
        var accept = whisper.Element("Gather")!.Attribute("action")!.Value;

        Assert.Equal("Une firme. Tapez 2.", whisper.Descendants("Say").Single().Value);
        Assert.Empty((await host.AskAsync(accept, "CallSid=CA2&Digits=2")).Elements());
        Assert.Equal("Hangup", (await host.AskAsync(accept, "CallSid=CA2&Digits=1")).Elements().Single().Name);
        Assert.Equal("Hangup", (await host.AskAsync(accept, "CallSid=CA2")).Elements().Single().Name);
    }

    [Fact]
    public async Task WaitingCallerIsToldItsPlaceAndComesBack()
    {
        await using var host = await LineHost.StartAsync();
        host.Product.Says(turn => turn.Input switch
        {
            Waiting => new($"Place {turn.Queue!.Position}.", new Listen { By = AnswerBy.Keys, Digits = 1 }),
            Pressed when turn.Queue is not null => new("Nous vous rappelons.", new StopWaiting()),
            QueueLeft => new("Au revoir.", new HangUp()),
            _ => new("Un instant.", new Enqueue("conseillers")),
        });

        var enqueue = (await host.AskAsync("turn?n=3", "Digits=0")).Element("Enqueue")!;
        var wait = await host.AskAsync(enqueue.Attribute("waitUrl")!.Value, "QueuePosition=2&QueueTime=0");
        var leave = await host.AskAsync(wait.Element("Gather")!.Attribute("action")!.Value, "QueuePosition=1&QueueTime=9&Digits=1");
        await host.AskAsync(enqueue.Attribute("action")!.Value, "QueueResult=leave&QueueTime=10");

        Assert.Equal("Place 2.", wait.Descendants("Say").Single().Value);
        Assert.Equal("Leave", leave.Elements().Last().Name);
        Assert.Equal([3, 3, 3, 4], host.Product.Turns.Select(turn => turn.Number));
        Assert.Equal(4, host.Product.Turns.Select(turn => turn.Id).Distinct().Count());
        Assert.Equal(new QueueLeft(QueueOutcome.Leave, TimeSpan.FromSeconds(10)), host.Product.Turns.Last().Input);
    }

    [Fact]
    public async Task NobodyIsAnsweredAfterHangingUp()
    {
        await using var host = await LineHost.StartAsync();

        var document = await host.AskAsync("dial?n=4", "CallSid=CA1&CallStatus=completed&DialCallStatus=completed");

        Assert.Empty(document.Elements());
        Assert.Empty(host.Product.Turns);
    }

    [Fact]
    public async Task FallbackApologisesAndGoesOnAtTheNextTurn()
    {
        await using var host = await LineHost.StartAsync();

        var document = await host.AskAsync("fallback", "ErrorCode=11205&ErrorUrl=" + Uri.EscapeDataString("https://voix.example.fr/telephony/turn?n=7&via=relay"));

        Assert.Equal("turn?n=8&sorry=1", document.Element("Gather")!.Attribute("action")!.Value);
    }

    [Fact]
    public async Task EventThatFailsIsAskedForAgain()
    {
        await using var host = await LineHost.StartAsync();

        var noted = await host.SendAsync("status", "CallSid=CA1&CallStatus=completed&SequenceNumber=3");
        host.Product.Happened = _ => throw new InvalidOperationException("broken");
        var failed = await host.SendAsync("status", "CallSid=CA1&CallStatus=completed&SequenceNumber=3");
        var useless = await host.SendAsync("status", "CallSid=");

        Assert.Equal(HttpStatusCode.NoContent, noted.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, useless.StatusCode);
        Assert.Single(host.Product.Events.Select(happened => happened.Id).Distinct());
    }

    [Fact]
    public async Task MessagesAreAnsweredUnlessTheProviderHas()
    {
        await using var host = await LineHost.StartAsync();
        host.Product.Replies = ["Bien noté.", "À bientôt."];

        var reply = await host.AskAsync("sms", "CallSid=&MessageSid=SM1&From=%2B33612345678&Body=bonjour");
        var stop = await host.AskAsync("sms", "CallSid=&MessageSid=SM2&From=%2B33612345678&Body=STOP");

        Assert.Equal(["Bien noté.", "À bientôt."], reply.Elements("Message").Select(message => message.Value));
        Assert.Empty(stop.Elements());
        Assert.Equal([Subscription.Unchanged, Subscription.Stop], host.Product.Messages.Select(message => message.Subscription));
    }
}
