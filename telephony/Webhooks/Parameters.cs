using System.Globalization;

namespace CroissanceConnectee.Telephony;

/// How the provider writes values. Anything odd reads as nothing: a webhook is never refused for what is in it.
internal static class Parameters
{
    public static string? Text(this WebhookForm form, string name) => form[name] is { Length: > 0 } text ? text : null;

    public static int? Whole(this WebhookForm form, string name) =>
        int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static TimeSpan? Seconds(this WebhookForm form, string name) =>
        form.Whole(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public static Uri? Address(this WebhookForm form, string name) =>
        Uri.TryCreate(form[name], UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;

    /// `no-answer` is NoAnswer.
    public static T Named<T>(this WebhookForm form, string name) where T : struct, Enum =>
        form[name] is { } value && !value.Contains(',', StringComparison.Ordinal)
            && Enum.TryParse<T>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed) && !char.IsAsciiDigit(value[0])
                ? parsed
                : default;

    public static double? Confidence(this WebhookForm form) =>
        double.TryParse(form["Confidence"], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && confidence is >= 0 and <= 1
            ? confidence
            : null;

    public static CallDirection Direction(this WebhookForm form) => form["Direction"] switch
    {
        "inbound" => CallDirection.Inbound,
        { } other when other.StartsWith("outbound", StringComparison.Ordinal) => CallDirection.Outbound,
        _ => CallDirection.Unknown,
    };

    public static AnsweredBy AnsweredBy(this WebhookForm form) => form["AnsweredBy"] switch
    {
        "human" => Telephony.AnsweredBy.Human,
        "fax" => Telephony.AnsweredBy.Fax,
        { } other when other.StartsWith("machine", StringComparison.Ordinal) => Telephony.AnsweredBy.Machine,
        _ => Telephony.AnsweredBy.Unknown,
    };

    /// RFC 2822, always GMT.
    public static DateTimeOffset? Time(this WebhookForm form, string name) =>
        DateTimeOffset.TryParse(form[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
