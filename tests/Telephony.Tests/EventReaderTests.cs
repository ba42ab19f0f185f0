namespace CroissanceConnectee.Telephony.Tests;

public sealed class EventReaderTests
{
    [Fact]
    public void StatusOfALegIsTheSameEventWhenDeliveredTwice()
    {
        const string Form = "CallSid=CA2&ParentCallSid=CA1&CallStatus=no-answer&SequenceNumber=2&Timestamp=Mon%2C+23+Nov+2026+01%3A11%3A19+%2B0000&CallDuration=12";

        var changed = Assert.IsType<CallStatusChanged>(EventReader.Read(WebhookForm.Parse(Form)));

        Assert.Equal(("CA2", "CA1", CallStatus.NoAnswer, 2), (changed.CallId, changed.ParentCallId, changed.Status, changed.Sequence));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 11, 19, TimeSpan.Zero), changed.At);
        Assert.Equal(TimeSpan.FromSeconds(12), changed.Duration);
        Assert.Equal(changed, EventReader.Read(WebhookForm.Parse(Form)));
    }

    [Theory]
    [InlineData(CallStatus.Initiated, CallStatus.Ringing, true)]
    [InlineData(CallStatus.Ringing, CallStatus.Initiated, false)]
    [InlineData(CallStatus.Completed, CallStatus.InProgress, false)]
    [InlineData(CallStatus.InProgress, CallStatus.Completed, true)]
    [InlineData(CallStatus.Completed, CallStatus.Failed, false)]
    [InlineData(CallStatus.Completed, CallStatus.Completed, false)]
    public void LateEventTakesNothingBack(CallStatus known, CallStatus comes, bool news) =>
        Assert.Equal(news, new CallStatusChanged("1", "CA1", null, comes, null).IsNewsAfter(known));

    [Fact]
    public void OtherEventsAreToldApart()
    {
        LineEvent? Read(string form) => EventReader.Read(WebhookForm.Parse(form));

        Assert.Equal(
            new RecordingChanged("RE1/completed", "CA1", "RE1", true, new Uri("https://api.example.com/RE1")) { Duration = TimeSpan.FromSeconds(7) },
            Read("CallSid=CA1&RecordingSid=RE1&RecordingStatus=completed&RecordingUrl=https%3A%2F%2Fapi.example.com%2FRE1&RecordingDuration=7"));
        Assert.False(Assert.IsType<RecordingChanged>(Read("CallSid=CA1&RecordingSid=RE1&RecordingStatus=absent")).Ready);
        Assert.Equal(
            new ConferenceChanged("CF1/3/participant-join/CA2", "room-CA1", "CA2", "participant-join"),
            Read("ConferenceSid=CF1&FriendlyName=room-CA1&StatusCallbackEvent=participant-join&SequenceNumber=3&CallSid=CA2"));
        Assert.Equal(
            new MessageStatusChanged("SM1/undelivered", "SM1", MessageStatus.Undelivered, 30003),
            Read("MessageSid=SM1&SmsSid=SM1&MessageStatus=undelivered&SmsStatus=undelivered&ErrorCode=30003"));
        Assert.Equal(
            new LineProblem("NO1", "Error", "CA1", 11200),
            Read("Sid=NO1&Level=Error&Payload=%7B%22resource_sid%22%3A%22CA1%22%2C%22error_code%22%3A%2211200%22%7D"));
        Assert.Equal(new LineProblem("NO1", "Warning", null, null), Read("Sid=NO1&Level=Warning&Payload=%7B"));
        Assert.Null(Read("hello=world"));
    }

    [Theory]
    [InlineData("STOP", Subscription.Stop, true)]
    [InlineData(" stop ", Subscription.Stop, true)]
    [InlineData("« Arrêt. »", Subscription.Stop, false)]
    [InlineData("Désabonner", Subscription.Stop, false)]
    [InlineData("START", Subscription.Start, true)]
    [InlineData("Reprendre", Subscription.Start, false)]
    [InlineData("Je ne veux pas arrêter mon activité", Subscription.Unchanged, false)]
    [InlineData("", Subscription.Unchanged, false)]
    public void WordsThatStopMessagesAreUnderstood(string body, Subscription subscription, bool answered)
    {
        var message = MessageReader.Read(WebhookForm.Parse($"MessageSid=SM1&From=%2B336&To=%2B331&Body={Uri.EscapeDataString(body)}"))!;

        Assert.Equal((subscription, answered, body), (message.Subscription, message.AnsweredByProvider, message.Text));
    }

    [Fact]
    public void PicturesOfAMessageAreLinked()
    {
        var message = MessageReader.Read(WebhookForm.Parse("MessageSid=SM1&Body=&NumMedia=3&MediaUrl0=https%3A%2F%2Fa.example%2F1&MediaUrl1=junk&OptOutType=STOP"))!;

        Assert.Equal([new Uri("https://a.example/1")], message.Media);
        Assert.Equal((Subscription.Stop, true), (message.Subscription, message.AnsweredByProvider));
    }
}
