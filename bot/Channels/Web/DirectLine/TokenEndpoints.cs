using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

internal static class TokenEndpoints
{
    /// Users whom a token vouches for have an id that begins so; nobody may simply claim one.
    public const string VouchedPrefix = "dl_";

    private const int MaxUserIdLength = 200;

    public static void MapTokens(this IEndpointRouteBuilder group)
    {
        group.MapPost("/tokens/generate", GenerateAsync);
        group.MapPost("/tokens/refresh", Refresh);
        group.MapGet("/session/getsessionid", GetSessionId);
    }

    /// The site's own chat needs no secret: whoever reads the page may talk. Pages of other sites may not.
    public static void MapSiteChat(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/chat/token", OpenSiteChat).WithRateLimits();

    public static bool IsUserId(string id) => id.Length is > 0 and <= MaxUserIdLength;

    private static IResult OpenSiteChat(HttpContext context, DirectLineTokens tokens)
    {
        if (!Origins.IsSameOrigin(context.Request))
        {
            return DirectLineErrors.UntrustedOrigin();
        }

        var grant = new Grant(Codes.NewToken(), VouchedPrefix + Codes.NewToken(), []);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new SiteChat(tokens.Issue(grant), grant.Conversation, grant.User!, DirectLineTokens.Seconds), DirectLineJson.Wire.SiteChat);
    }

    /// Reserves a conversation; it begins when the client starts it.
    private static async Task<IResult> GenerateAsync(HttpContext context, DirectLineTokens tokens, CancellationToken cancellation)
    {
        if (!DirectLineAccess.CallerOf(context).HoldsSecret)
        {
            return DirectLineErrors.NeedsSecret();
        }

        var body = await RequestBody.ReadAsync(context.Request, DirectLineJson.Wire.TokenRequest, cancellation);
        if (body.Refusal is not null)
        {
            return body.Refusal;
        }

        var user = body.Value?.User?.Id;
        if (user is not null && !(IsUserId(user) && user.StartsWith(VouchedPrefix, StringComparison.Ordinal)))
        {
            return DirectLineErrors.BadRequest(DirectLineErrors.BadArgument, $"user.id must begin with '{VouchedPrefix}' and have at most {MaxUserIdLength} characters");
        }

        var origins = body.Value?.TrustedOrigins ?? [];
        if (!origins.All(origin => origin is not null && Origins.IsOrigin(origin)))
        {
            return DirectLineErrors.BadRequest(DirectLineErrors.BadArgument, "trustedOrigins holds origins such as https://example.fr");
        }

        return Address(tokens, new Grant(Codes.NewToken(), user, [.. origins.OfType<string>()]));
    }

    private static IResult Refresh(HttpContext context, DirectLineTokens tokens) =>
        DirectLineAccess.CallerOf(context).Grant is { } grant ? Address(tokens, grant) : DirectLineErrors.NeedsToken();

    /// A session is a conversation. The id serves to tell two of them apart, and opens nothing.
    private static JsonHttpResult<Session> GetSessionId(HttpContext context) => TypedResults.Json(
        new Session(DirectLineAccess.CallerOf(context).Grant?.Conversation ?? Codes.NewToken()), DirectLineJson.Wire.Session);

    private static JsonHttpResult<ConversationAddress> Address(DirectLineTokens tokens, Grant grant) => TypedResults.Json(
        new ConversationAddress(grant.Conversation, tokens.Issue(grant), DirectLineTokens.Seconds), DirectLineJson.Wire.ConversationAddress);
}
