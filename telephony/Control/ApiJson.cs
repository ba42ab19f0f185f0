using System.Globalization;
using System.Text.Json;

namespace CroissanceConnectee.Telephony;

/// The provider's JSON: numbers often as texts, times in RFC 2822, and null for what is not known yet.
internal static class ApiJson
{
    public static CallRecord Call(JsonElement json) => new(
        Text(json, "sid") ?? throw new FormatException("A call without an id."),
        Text(json, "to") ?? "",
        Named<CallStatus>(Text(json, "status")),
        Time(json, "date_created") ?? Time(json, "start_time"))
    {
        Duration = Whole(json, "duration") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        AnsweredBy = Text(json, "answered_by") switch
        {
            "human" => AnsweredBy.Human,
            "fax" => AnsweredBy.Fax,
            { } other when other.StartsWith("machine", StringComparison.Ordinal) => AnsweredBy.Machine,
            _ => AnsweredBy.Unknown,
        },
    };

    public static MessageRecord Message(JsonElement json) => new(
        Text(json, "sid") ?? throw new FormatException("A message without an id."),
        Text(json, "to") ?? "",
        Text(json, "body") ?? "",
        Named<MessageStatus>(Text(json, "status")),
        Time(json, "date_created") ?? Time(json, "date_sent"))
    {
        ErrorCode = Whole(json, "error_code"),
    };

    public static QueuedCall Queued(JsonElement json) => new(
        Text(json, "call_sid") ?? throw new FormatException("A queued call without an id."),
        Whole(json, "position") ?? 0,
        TimeSpan.FromSeconds(Whole(json, "wait_time") ?? 0),
        Time(json, "date_enqueued"));

    public static Participant Participant(JsonElement json) => new(
        Text(json, "call_sid") ?? throw new FormatException("A participant without an id."),
        Text(json, "conference_sid") ?? "",
        Text(json, "label"),
        json.TryGetProperty("hold", out var hold) && hold.ValueKind == JsonValueKind.True,
        json.TryGetProperty("muted", out var muted) && muted.ValueKind == JsonValueKind.True);

    public static IReadOnlyList<T> List<T>(
        JsonElement json, string name, Func<JsonElement, T> read, Func<T, bool> wanted, Func<T, DateTimeOffset?> created) =>
        [.. json.GetProperty(name).EnumerateArray().Select(read).Where(wanted).OrderByDescending(created)];

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static int? Whole(JsonElement json, string name) =>
        int.TryParse(Text(json, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        DateTimeOffset.TryParse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static T Named<T>(string? value) where T : struct, Enum =>
        Enum.TryParse<T>(value?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : default;
}
