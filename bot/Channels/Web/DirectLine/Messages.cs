using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

// The bodies of Direct Line, apart from activities.

public sealed record TokenRequest(Account? User, IReadOnlyList<string?>? TrustedOrigins);

public sealed record ConversationRequest(Account? User, string? Locale);

public sealed record ConversationAddress(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

public sealed record SiteChat(
    string Token,
    string ConversationId,
    string UserId,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

public sealed record PostedActivity(string Id);

public sealed record Session(string SessionId);

public sealed record ErrorBody(ErrorDetail Error);

public sealed record ErrorDetail(string Code, string Message);
