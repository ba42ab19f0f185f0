using System.Text.Json;

namespace CroissanceConnectee.Telephony;

/// Webhooks that only tell something → events. Null: nothing that anybody here could use.
internal static class EventReader
{
    public static LineEvent? Read(WebhookForm form) => form switch
    {
        _ when form.Text("RecordingSid") is { } recording && form.Text("RecordingStatus") is { } status => new RecordingChanged(
            $"{recording}/{status}", form["CallSid"] ?? "", recording, status == "completed", form.Address("RecordingUrl"))
        {
            Duration = form.Seconds("RecordingDuration"),
            At = form.Time("RecordingStartTime"),
        },
        _ when form.Text("ConferenceSid") is { } conference && form.Text("StatusCallbackEvent") is { } change => new ConferenceChanged(
            $"{conference}/{form["SequenceNumber"]}/{change}/{form["CallSid"]}", form["FriendlyName"] ?? "", form.Text("CallSid"), change)
        {
            At = form.Time("Timestamp"),
        },
        _ when (form.Text("MessageSid") ?? form.Text("SmsSid")) is { } message => new MessageStatusChanged(
            $"{message}/{form["MessageStatus"] ?? form["SmsStatus"]}",
            message,
            form["MessageStatus"] is null ? form.Named<MessageStatus>("SmsStatus") : form.Named<MessageStatus>("MessageStatus"),
            form.Whole("ErrorCode")),
        _ when form.Text("CallSid") is { } call => new CallStatusChanged(
            $"{call}/{form["SequenceNumber"]}/{form["CallStatus"]}",
            call,
            form.Text("ParentCallSid"),
            form.Named<CallStatus>("CallStatus"),
            form.Whole("SequenceNumber"))
        {
            At = form.Time("Timestamp"),
            Duration = form.Seconds("CallDuration"),
            AnsweredBy = form.AnsweredBy(),
        },
        _ when form.Text("Payload") is { } payload => Problem(form, payload),
        _ => null,
    };

    private static LineProblem Problem(WebhookForm form, string payload)
    {
        string? call = null;
        int? code = null;
        try
        {
            using var json = JsonDocument.Parse(payload);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                call = Value(json.RootElement, "resource_sid") is { } id && id.StartsWith("CA", StringComparison.Ordinal) ? id : null;
                code = int.TryParse(Value(json.RootElement, "error_code"), out var number) ? number : null;
            }
        }
        catch (JsonException)
        {
            // That something went wrong is worth knowing even when what is not.
        }

        return new LineProblem(form.Text("Sid") ?? payload, form["Level"] ?? "", call, code) { At = form.Time("Timestamp") };
    }

    private static string? Value(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : null;
}
