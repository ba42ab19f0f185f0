using CroissanceConnectee.Bot.Channels.Web.DirectLine;

namespace CroissanceConnectee.Bot.Channels.Web.Site;

/// A phone put away between two deliveries lets the chat's token expire, and the conversation with it. The tab that still
/// holds the old token gets a new one for the same conversation, for as long as a working day lasts.
internal static class ChatRenewal
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    public static void MapChatRenewal(this IEndpointRouteBuilder routes) => routes.MapPost("/chat/token", RenewAsync).WithRateLimits();

    private static async Task<IResult> RenewAsync(HttpContext http, DirectLineTokens tokens)
    {
        const string Scheme = "Bearer ";
        if (!Origins.IsSameOrigin(http.Request))
        {
            return DirectLineErrors.UntrustedOrigin();
        }

        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return DirectLineErrors.MissingCredential();
        }

        var reading = await tokens.ReadForRenewalAsync(header[Scheme.Length..].Trim(), WorkingDay);
        if (reading.IsExpired)
        {
            return DirectLineErrors.TokenExpired();
        }

        // Only the site's own chat: tokens that a secret asked for are renewed by whoever holds the secret.
        if (reading.Grant is not { User: { } user, Origins.Count: 0 } grant)
        {
            return DirectLineErrors.InvalidCredential();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new SiteChat(tokens.Issue(grant), grant.Conversation, user, DirectLineTokens.Seconds), DirectLineJson.Wire.SiteChat);
    }
}
