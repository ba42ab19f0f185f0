using System.Globalization;

namespace CroissanceConnectee.Telephony;

/// Webhooks that want an answer → turns.
internal static class TurnReader
{
    /// Null when the request does not say which call it is about: there is no conversation to go on with.
    public static CallTurn? Read(WebhookForm form, TurnLink link, CallInput input, string? idempotencyToken, string? reference = null)
    {
        if (form.Text("CallSid") is not { } call)
        {
            return null;
        }

        var queue = Queue(form);
        var number = link.Number.ToString(CultureInfo.InvariantCulture);
        return new CallTurn(call, link.Number, input)
        {
            // The document heard in a queue is asked for at one address, over and over.
            Id = queue is null ? number : $"{number}/{idempotencyToken ?? form["QueueTime"]}{(input is Waiting ? "" : "/answer")}",
            Caller = form["From"] ?? "",
            Called = form["To"] ?? "",
            Direction = form.Direction(),
            Status = form.Named<CallStatus>("CallStatus"),
            Language = form.Text("Language"),
            Apologies = link.Apologies,
            Queue = queue,
            Reference = reference,
            AnsweredBy = form.AnsweredBy(),
            ForwardedFrom = form.Text("ForwardedFrom"),
            SipCallId = form.Text("SipCallId"),
            IdempotencyToken = idempotencyToken,
        };
    }

    /// What a Gather brought. Keys go before words: they are surely meant.
    public static CallInput Heard(WebhookForm form) => form switch
    {
        _ when form.Text("Digits") is { } digits => new Pressed(digits, form.Text("FinishedOnKey")),
        _ when form["SpeechResult"] is { } speech && !string.IsNullOrWhiteSpace(speech) => new Spoke(speech, form.Confidence()),
        _ when form.Text("FinishedOnKey") is { } key => new Pressed("", key),
        _ => new Silent(),
    };

    public static DialEnded DialEnded(WebhookForm form)
    {
        var outcome = form.Named<DialOutcome>("DialCallStatus");

        // Conferences do not say whether anybody was bridged: being in one is being put through.
        var bridged = form["DialBridged"] is { } said ? said.Equals("true", StringComparison.OrdinalIgnoreCase) : outcome is DialOutcome.Answered;
        return new DialEnded(outcome, bridged, form.Seconds("DialCallDuration"));
    }

    public static QueueLeft QueueLeft(WebhookForm form) => new(form.Named<QueueOutcome>("QueueResult"), form.Seconds("QueueTime"));

    public static MessageRecorded MessageRecorded(WebhookForm form) =>
        new(form.Text("RecordingSid"), form.Address("RecordingUrl"), form.Seconds("RecordingDuration"));

    private static QueueStanding? Queue(WebhookForm form) => form.Whole("QueuePosition") is { } position
        ? new QueueStanding(
            form["QueueSid"] ?? "",
            position,
            form.Whole("CurrentQueueSize") ?? position,
            form.Seconds("QueueTime") ?? TimeSpan.Zero,
            form.Seconds("AvgQueueTime"))
        : null;
}
