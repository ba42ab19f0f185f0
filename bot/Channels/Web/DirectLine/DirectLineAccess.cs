using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Who is calling: the holder of a token for one conversation, or of a secret for all of them.
public sealed record Caller(Grant? Grant)
{
    public bool HoldsSecret => Grant is null;
}

/// The door of every Direct Line endpoint: a trusted origin, and a token or a secret that fits the conversation asked for.
public sealed class DirectLineAccess(DirectLineTokens tokens, IOptions<DirectLineOptions> options) : IEndpointFilter
{
    private readonly byte[][] _secrets = [.. options.Value.Secrets.Select(Encoding.UTF8.GetBytes).Select(SHA256.HashData)];
    private readonly IReadOnlyList<string> _origins = options.Value.TrustedOrigins;

    public static Caller CallerOf(HttpContext context) => context.Features.GetRequiredFeature<Caller>();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await RefuseAsync(context.HttpContext) ?? await next(context);

    private async ValueTask<IResult?> RefuseAsync(HttpContext context)
    {
        var origin = Origins.OriginOf(context.Request);
        var sameSite = Origins.IsSameOrigin(context.Request);
        if (!sameSite && !Origins.IsOneOf(_origins, origin!))
        {
            return DirectLineErrors.UntrustedOrigin();
        }

        var (caller, refusal) = await IdentifyAsync(context);
        if (caller is null)
        {
            return refusal;
        }

        // The service that this replaces accepts the list and does not enforce it. It is there to be enforced.
        if (origin is not null && caller.Grant is { Origins.Count: > 0 } grant && !Origins.IsOneOf(grant.Origins, origin))
        {
            return DirectLineErrors.UntrustedOrigin();
        }

        if (caller.Grant is not null
            && context.GetRouteValue("conversationId") is string asked
            && asked != caller.Grant.Conversation)
        {
            return DirectLineErrors.OtherConversation();
        }

        context.Features.Set(caller);
        // Tokens and conversations: for nobody else, and not for later.
        context.Response.Headers.CacheControl = "no-store";
        return null;
    }

    private async ValueTask<(Caller? Caller, IResult? Refusal)> IdentifyAsync(HttpContext context)
    {
        // A browser cannot send headers with a WebSocket: the stream's address carries a token of its own.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StreamCredential>() is not null)
        {
            var credential = context.Request.Query["t"].ToString();
            return credential.Length == 0 ? (null, DirectLineErrors.MissingCredential()) : Judge(await tokens.ReadForStreamAsync(credential));
        }

        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.AsSpan(Scheme.Length).Trim().IsEmpty)
        {
            return (null, DirectLineErrors.MissingCredential());
        }

        var bearer = header[Scheme.Length..].Trim();
        return IsSecret(bearer) ? (new Caller(Grant: null), null) : Judge(await tokens.ReadAsync(bearer));
    }

    private static (Caller? Caller, IResult? Refusal) Judge(TokenReading reading) => reading switch
    {
        { Grant: { } grant } => (new Caller(grant), null),
        { IsExpired: true } => (null, DirectLineErrors.TokenExpired()),
        _ => (null, DirectLineErrors.InvalidCredential()),
    };

    // Digests have one length, and all are compared, each in constant time: how long it takes tells nothing.
    private bool IsSecret(string bearer)
    {
        if (_secrets.Length == 0)
        {
            return false;
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(bearer));
        var found = false;
        foreach (var secret in _secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(secret, digest);
        }

        return found;
    }
}

/// Marks the endpoint whose token comes in the address.
public sealed class StreamCredential;
