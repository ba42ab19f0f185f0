namespace CroissanceConnectee.Telephony.Tests;

public sealed class TurnReaderTests
{
    private const string Call = "CallSid=CA1&From=%2B33612345678&To=%2B33199002017&CallStatus=in-progress&Direction=inbound";

    [Fact]
    public void EverythingThatTheProviderSaysAboutACallIsThere()
    {
        var turn = TurnReader.Read(
            WebhookForm.Parse(Call + "&ForwardedFrom=%2B33100000000&SipCallId=abc&AnsweredBy=machine_end_beep&Language=fr-FR"),
            new TurnLink(3) { Apologies = 1 },
            new Silent(),
            "token",
            "callback-7");

        Assert.Equal(
            new CallTurn("CA1", 3, new Silent())
            {
                Id = "3",
                Caller = "+33612345678",
                Called = "+33199002017",
                Status = CallStatus.InProgress,
                Direction = CallDirection.Inbound,
                ForwardedFrom = "+33100000000",
                SipCallId = "abc",
                AnsweredBy = AnsweredBy.Machine,
                Language = "fr-FR",
                Apologies = 1,
                IdempotencyToken = "token",
                Reference = "callback-7",
            },
            turn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CallSid=")]
    [InlineData("callsid=CA1")]
    public void WithoutACallThereIsNoTurn(string form) => Assert.Null(TurnReader.Read(WebhookForm.Parse(form), new(0), new Silent(), null));

    [Theory]
    [InlineData("SpeechResult=+des+bougies+&Confidence=0.91", " des bougies ", 0.91)]
    [InlineData("SpeechResult=oui", "oui", null)]
    [InlineData("SpeechResult=oui&Confidence=", "oui", null)]
    [InlineData("SpeechResult=oui&Confidence=-1", "oui", null)]
    [InlineData("SpeechResult=oui&Confidence=NaN", "oui", null)]
    [InlineData("SpeechResult=oui&Confidence=1e400", "oui", null)]
    [InlineData("SpeechResult=oui&Confidence=0,9", "oui", null)]
    [InlineData("SpeechResult=oui&Confidence=0.0&Digits=", "oui", 0.0)]
    public void SpeechComesWithTheConfidenceThatMakesSense(string form, string text, double? confidence) =>
        Assert.Equal(new Spoke(text, confidence), TurnReader.Heard(WebhookForm.Parse(form)));

    [Theory]
    [InlineData("Digits=1", "1", null)]
    [InlineData("Digits=*&SpeechResult=un", "*", null)]
    [InlineData("Digits=123456789&FinishedOnKey=%23", "123456789", "#")]
    [InlineData("Digits=hangup", "hangup", null)]
    public void KeysGoBeforeWords(string form, string digits, string? finish) => Assert.Equal(new Pressed(digits, finish), TurnReader.Heard(WebhookForm.Parse(form)));

    [Theory]
    [InlineData("")]
    [InlineData("SpeechResult=&Digits=&msg=Gather+End")]
    [InlineData("SpeechResult=++")]
    public void NothingHeardIsSilence(string form) => Assert.Equal(new Silent(), TurnReader.Heard(WebhookForm.Parse(form)));

    [Theory]
    [InlineData("DialCallStatus=completed&DialBridged=true&DialCallDuration=61", DialOutcome.Completed, true, 61)]
    [InlineData("DialCallStatus=completed&DialBridged=false", DialOutcome.Completed, false, null)]
    [InlineData("DialCallStatus=completed", DialOutcome.Completed, false, null)]
    [InlineData("DialCallStatus=answered", DialOutcome.Answered, true, null)]
    [InlineData("DialCallStatus=no-answer", DialOutcome.NoAnswer, false, null)]
    [InlineData("DialCallStatus=3", DialOutcome.Unknown, false, null)]
    [InlineData("DialCallStatus=busy,failed", DialOutcome.Unknown, false, null)]
    public void TransferCountsOnlyWhenBridged(string form, DialOutcome outcome, bool bridged, int? seconds) => Assert.Equal(
        new DialEnded(outcome, bridged, seconds is { } known ? TimeSpan.FromSeconds(known) : null),
        TurnReader.DialEnded(WebhookForm.Parse(form)));

    [Fact]
    public void WaitingIsANewTurnEachTimeAndTheSameWhenDeliveredTwice()
    {
        CallTurn Read(string seconds, string? token) => TurnReader.Read(
            WebhookForm.Parse($"{Call}&QueueSid=QU1&QueuePosition=2&CurrentQueueSize=5&QueueTime={seconds}&AvgQueueTime=40"), new(4), new Waiting(), token)!;

        Assert.Equal(new QueueStanding("QU1", 2, 5, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)), Read("20", null).Queue);
        Assert.Equal(Read("20", "a").Id, Read("21", "a").Id);
        Assert.NotEqual(Read("20", "a").Id, Read("20", "b").Id);
        Assert.NotEqual(Read("20", null).Id, Read("30", null).Id);
    }

    [Theory]
    [InlineData("QueueResult=redirected-from-bridged&QueueTime=12", QueueOutcome.RedirectedFromBridged, 12)]
    [InlineData("QueueResult=queue-full", QueueOutcome.QueueFull, null)]
    [InlineData("QueueResult=surprise&QueueTime=-3", QueueOutcome.Unknown, null)]
    public void QueueSaysHowItWasLeft(string form, QueueOutcome outcome, int? seconds) => Assert.Equal(
        new QueueLeft(outcome, seconds is { } known ? TimeSpan.FromSeconds(known) : null),
        TurnReader.QueueLeft(WebhookForm.Parse(form)));
}
