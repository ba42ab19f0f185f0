using System.Xml.Linq;

namespace CroissanceConnectee.Telephony;

/// The verbs that join calls, hold them or record them. With an action nothing after them is reached: they end a document.
internal static class DialVerbs
{
    // Events of both legs; the provider sends the last one only when not asked.
    private const string LegEvents = "initiated ringing answered completed";

    public static XElement Numbers(Dial dial, TurnLink next, string statusUrl) => new(
        "Dial",
        new XAttribute("action", next.To("dial")),
        new XAttribute("method", "POST"),
        new XAttribute("timeout", TwimlWriter.Seconds(dial.Patience, 5, 600)),
        dial.Limit is { } limit ? new XAttribute("timeLimit", TwimlWriter.Seconds(limit, 1, 86_400)) : null,
        dial.From is { } from && PhoneNumbers.CanBeDialled(from) ? new XAttribute("callerId", from) : null,
        dial.StarEnds ? new XAttribute("hangupOnStar", "true") : null,
        new XAttribute("answerOnBridge", "true"),
        dial.Numbers.Select(number => new XElement(
            number[0] == '+' ? "Number" : "Sip",
            dial.Whisper is { } whisper ? new XAttribute("url", WhisperUrl(whisper)) : null,
            dial.Whisper is null ? null : new XAttribute("method", "POST"),
            new XAttribute("statusCallback", statusUrl),
            new XAttribute("statusCallbackEvent", LegEvents),
            new XAttribute("statusCallbackMethod", "POST"),
            number)));

    public static XElement Conference(JoinConference conference, TurnLink next, string statusUrl) => new(
        "Dial",
        new XAttribute("action", next.To("dial")),
        new XAttribute("method", "POST"),
        new XElement(
            "Conference",
            new XAttribute("beep", "false"),
            new XAttribute("startConferenceOnEnter", conference.StartsIt ? "true" : "false"),
            new XAttribute("endConferenceOnExit", conference.EndsIt ? "true" : "false"),
            conference.Muted ? new XAttribute("muted", "true") : null,
            conference.Label is { Length: > 0 } label ? new XAttribute("participantLabel", Name(label, 128)) : null,
            new XAttribute("statusCallback", statusUrl),
            new XAttribute("statusCallbackEvent", "start end join leave hold"),
            new XAttribute("statusCallbackMethod", "POST"),
            Name(conference.Room, 128)));

    public static XElement Queue(TakeNextWaiting take, TurnLink next) => new(
        "Dial",
        new XAttribute("action", next.To("dial")),
        new XAttribute("method", "POST"),
        new XElement("Queue", Name(take.Queue, 64)));

    public static XElement Enqueue(Enqueue queue, TurnLink next) => new(
        "Enqueue",
        new XAttribute("action", next.To("queue")),
        new XAttribute("method", "POST"),
        new XAttribute("waitUrl", next.To("wait")),
        new XAttribute("waitUrlMethod", "POST"),
        Name(queue.Queue, 64));

    public static XElement Record(RecordMessage record, TurnLink next, string statusUrl) => new(
        "Record",
        new XAttribute("action", next.To("recorded")),
        new XAttribute("method", "POST"),
        new XAttribute("timeout", TwimlWriter.Seconds(record.Patience, 1, 600)),
        new XAttribute("maxLength", TwimlWriter.Seconds(record.Limit, 1, 3600)),
        new XAttribute("finishOnKey", TwimlWriter.FinishKey(record.FinishKey)),
        new XAttribute("playBeep", record.Beep ? "true" : "false"),
        new XAttribute("recordingStatusCallback", statusUrl),
        new XAttribute("recordingStatusCallbackEvent", "completed absent"),
        new XAttribute("recordingStatusCallbackMethod", "POST"));

    private static string WhisperUrl(Whisper whisper) =>
        $"whisper?key={Uri.EscapeDataString(whisper.AcceptKey.ToString())}"
        + $"&lang={Uri.EscapeDataString(XmlText.Clean(whisper.Language))}"
        + $"&say={Uri.EscapeDataString(XmlText.Cut(XmlText.Clean(whisper.Text), 500))}";

    /// A room or queue must have a name.
    private static string Name(string name, int length) =>
        XmlText.Cut(XmlText.Clean(name), length) is { } clean && !string.IsNullOrWhiteSpace(clean) ? clean : "unnamed";
}
