using System.Globalization;

namespace CroissanceConnectee.Telephony;

internal sealed class CallControl(ApiClient api, TimeProvider time) : ICallControl
{
    public Task<Outcome<CallRecord>> CallAsync(OutboundCall call, CancellationToken cancellationToken) => api.PostAsync(
        "a call",
        "Calls.json",
        [
            ("To", call.To),
            ("From", api.Options.PhoneNumber),
            ("Url", Voice(call.Reference)),
            ("Method", "POST"),
            ("FallbackUrl", Address("fallback")),
            ("FallbackMethod", "POST"),
            ("StatusCallback", Address("status")),
            ("StatusCallbackMethod", "POST"),
            ("StatusCallbackEvent", "initiated"),
            ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
            ("Timeout", TwimlWriter.Seconds(call.Patience, 5, 600)),
            ("MachineDetection", call.DetectMachine ? "Enable" : null),
        ],
        repeatable: false,
        ApiJson.Call,
        cancellationToken);

    public Task<Outcome<CallRecord>> GetCallAsync(string callId, CancellationToken cancellationToken) =>
        api.GetAsync("a call's state", $"Calls/{Segment(callId)}.json", ApiJson.Call, cancellationToken);

    public Task<Outcome<IReadOnlyList<CallRecord>>> FindCallsAsync(string to, DateTimeOffset since, CancellationToken cancellationToken) => api.GetAsync(
        "calls made",
        $"Calls.json?To={Uri.EscapeDataString(to)}&StartTime%3E={Day(since)}&PageSize=100",
        json => ApiJson.List(json, "calls", ApiJson.Call, found => found.Created is null || found.Created >= since, found => found.Created),
        cancellationToken);

    public Task<Outcome<CallRecord>> EndCallAsync(string callId, CancellationToken cancellationToken) => api.PostAsync(
        "a call's end", $"Calls/{Segment(callId)}.json", [("Status", "completed")], repeatable: true, ApiJson.Call, cancellationToken);

    public Task<Outcome<CallRecord>> RedirectCallAsync(string callId, string reference, CancellationToken cancellationToken) => api.PostAsync(
        "a call's new way", $"Calls/{Segment(callId)}.json", [("Url", Again(reference)), ("Method", "POST")], repeatable: false, ApiJson.Call, cancellationToken);

    public Task<Outcome<MessageRecord>> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => api.PostAsync(
        "a message",
        "Messages.json",
        [
            ("To", message.To),
            ("From", message.To.StartsWith("whatsapp:", StringComparison.Ordinal) ? "whatsapp:" + api.Options.PhoneNumber : api.Options.PhoneNumber),
            ("Body", message.Text),
            ("StatusCallback", Address("status")),
            ("ValidityPeriod", message.ValidFor is { } valid ? TwimlWriter.Seconds(valid, 1, 36_000) : null),
        ],
        repeatable: false,
        ApiJson.Message,
        cancellationToken);

    public Task<Outcome<IReadOnlyList<MessageRecord>>> FindMessagesAsync(string to, DateTimeOffset since, CancellationToken cancellationToken) => api.GetAsync(
        "messages sent",
        $"Messages.json?To={Uri.EscapeDataString(to)}&DateSent%3E={Day(since)}&PageSize=100",
        json => ApiJson.List(json, "messages", ApiJson.Message, found => found.Created is null || found.Created >= since, found => found.Created),
        cancellationToken);

    public Task<Outcome<IReadOnlyList<QueuedCall>>> GetQueueAsync(string queueId, CancellationToken cancellationToken) => api.GetAsync(
        "a queue",
        $"Queues/{Segment(queueId)}/Members.json?PageSize=1000",
        json => ApiJson.List(json, "queue_members", ApiJson.Queued, _ => true, _ => null),
        cancellationToken);

    public Task<Outcome<QueuedCall>> TakeFromQueueAsync(string queueId, string callId, string reference, CancellationToken cancellationToken) => api.PostAsync(
        "a queued call",
        $"Queues/{Segment(queueId)}/Members/{Segment(callId)}.json",
        [("Url", Again(reference)), ("Method", "POST")],
        repeatable: false,
        ApiJson.Queued,
        cancellationToken);

    public Task<Outcome<Participant>> InviteAsync(string room, Invitation invitation, CancellationToken cancellationToken) => api.PostAsync(
        "an invitation",
        $"Conferences/{Segment(room)}/Participants.json",
        [
            ("From", api.Options.PhoneNumber),
            ("To", invitation.To),
            ("Label", invitation.Label),
            ("Timeout", TwimlWriter.Seconds(invitation.Patience, 5, 600)),
            ("Muted", invitation.Muted ? "true" : null),
            ("Coaching", invitation.Coaches is null ? null : "true"),
            ("CallSidToCoach", invitation.Coaches),
            ("StatusCallback", Address("status")),
            ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
        ],
        repeatable: false,
        ApiJson.Participant,
        cancellationToken);

    public Task<Outcome<Participant>> HoldAsync(string conferenceId, string callIdOrLabel, bool hold, CancellationToken cancellationToken) => api.PostAsync(
        "a participant's hold",
        $"Conferences/{Segment(conferenceId)}/Participants/{Segment(callIdOrLabel)}.json",
        [("Hold", hold ? "true" : "false")],
        repeatable: true,
        ApiJson.Participant,
        cancellationToken);

    /// The provider filters by day; what is older within the day is left out when it has answered. A day more, for clocks that differ.
    private static string Day(DateTimeOffset since) => since.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Segment(string id) => Uri.EscapeDataString(id);

    private string Voice(string reference) => Address("voice?ref=" + Uri.EscapeDataString(XmlText.Cut(reference, 200)));

    /// The turns of a call that goes on elsewhere must not be numbered as those before; no call has more of them than seconds.
    private string Again(string reference) => string.Create(
        CultureInfo.InvariantCulture, $"{Voice(reference)}&n={10_000 + (time.GetUtcNow().ToUnixTimeSeconds() % 1_000_000_000)}");

    private string Address(string route) => $"{api.Options.PublicBaseUrl.TrimEnd('/')}/telephony/{route}";
}
