using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Telephony;

/// <summary>How callers' words reach the product.</summary>
public enum VoiceMode
{
    /// <summary>One webhook a turn: speech and keys are collected by the provider.</summary>
    Gather,

    /// <summary>A WebSocket a call: lower latency, real interruptions. Falls back to <see cref="Gather"/> when the socket fails.</summary>
    ConversationRelay,
}

/// <summary>The account with the provider and how the line speaks. Bound and validated by the host.</summary>
public sealed class TelephonyOptions : IValidatableObject
{
    /// <summary>The account. Empty: nothing goes out; calls, messages and the rest answer <see cref="OutcomeKind.NotConfigured"/>.</summary>
    [RegularExpression("AC[0-9a-fA-F]{32}", ErrorMessage = "Twilio:AccountSid must be AC and 32 hexadecimal digits.")]
    public string AccountSid { get; set; } = "";

    /// <summary>
    /// What webhooks are signed with. Several, separated by commas, while a token is being rotated: all are accepted, the first is used
    /// for requests to the provider when there is no API key. Empty: only callers on this machine are served.
    /// </summary>
    public string AuthToken { get; set; } = "";

    /// <summary>An API key, which unlike the auth token can be revoked alone.</summary>
    [RegularExpression("SK[0-9a-fA-F]{32}", ErrorMessage = "Twilio:ApiKeySid must be SK and 32 hexadecimal digits.")]
    public string ApiKeySid { get; set; } = "";

    public string ApiKeySecret { get; set; } = "";

    /// <summary>Our own number, E.164: the sender of messages and of calls.</summary>
    [RegularExpression(@"\+[1-9]\d{6,14}", ErrorMessage = "Twilio:PhoneNumber must be written as +33199002017.")]
    public string PhoneNumber { get; set; } = "";

    /// <summary>
    /// The address at which the provider reaches us, letter for letter as it was typed into the provider's console: signatures cover it.
    /// Empty: what the request says, which is enough on one's own machine.
    /// </summary>
    [RegularExpression(@"https?://[^\s?#]+", ErrorMessage = "Twilio:PublicBaseUrl must be an address such as https://voix.example.fr.")]
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>Where requests to the provider go.</summary>
    [RegularExpression(@"https?://[^\s?#]+", ErrorMessage = "Twilio:ApiBaseUrl must be an address such as https://api.twilio.com.")]
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    public VoiceMode VoiceMode { get; set; } = VoiceMode.Gather;

    /// <summary>The voice of each language, `Polly.` or `Google.` and its name; a language without one gets the provider's own choice.</summary>
    public Dictionary<string, string> Voices { get; set; } = new() { ["fr-FR"] = "Polly.Lea-Neural", ["en-GB"] = "Polly.Amy-Neural" };

    /// <summary>
    /// How long a turn may take before the caller hears an apology. The provider gives up after 15 seconds, and callers long before.
    /// </summary>
    [Range(0.1, 14)]
    public double SecondsToAnswer { get; set; } = 8;

    internal IReadOnlyList<string> AuthTokens => AuthToken.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal TimeSpan Budget => TimeSpan.FromSeconds(SecondsToAnswer);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((ApiKeySid.Length == 0) != (ApiKeySecret.Length == 0))
        {
            yield return new ValidationResult("Twilio:ApiKeySid and Twilio:ApiKeySecret go together.", [nameof(ApiKeySid), nameof(ApiKeySecret)]);
        }

        if (AccountSid.Length > 0 && ApiKeySid.Length == 0 && AuthTokens.Count == 0)
        {
            yield return new ValidationResult("Twilio:AccountSid needs an API key or an AuthToken.", [nameof(AccountSid)]);
        }

        if (AccountSid.Length > 0 && (PhoneNumber.Length == 0 || PublicBaseUrl.Length == 0))
        {
            yield return new ValidationResult("Twilio:AccountSid needs a PhoneNumber to call from and a PublicBaseUrl to be answered at.", [nameof(AccountSid)]);
        }

        // Credentials and callers' words do not travel in clear, except between programs of one machine.
        foreach (var (name, address) in new[] { (nameof(PublicBaseUrl), PublicBaseUrl), (nameof(ApiBaseUrl), ApiBaseUrl) })
        {
            if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)))
            {
                yield return new ValidationResult($"Twilio:{name} must be an https address; http is for this machine only.", [name]);
            }
        }
    }
}
