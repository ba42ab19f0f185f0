using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Telephony;

/// Stands before every endpoint: lets the provider through, and nobody else. What it read is the request's <see cref="WebhookForm"/>.
internal sealed class WebhookFilter(IOptionsMonitor<TelephonyOptions> options, ILogger<WebhookFilter> logger) : IEndpointFilter
{
    /// Real webhooks are a few kilobytes; the longest parameter is what was heard or the script handed over by the relay.
    public const int BodyLimit = 256 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var configured = options.CurrentValue;
        var tokens = configured.AuthTokens;
        string? signature = http.Request.Headers[WebhookSignature.Header];
        if (tokens.Count == 0 ? !FromThisMachine(http) : string.IsNullOrEmpty(signature))
        {
            return Refuse(http);
        }

        if (await ReadAsync(http) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var isForm = http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;
        var form = isForm ? WebhookForm.Parse(body.Span) : WebhookForm.Empty;
        if (tokens.Count > 0)
        {
            // The hash is there whenever the body is not a form: a body that nothing vouches for is refused.
            string? hash = http.Request.Query["bodySHA256"];
            var vouched = hash is null ? isForm || body.IsEmpty : WebhookSignature.BodyMatches(hash, body.Span);
            var signed = hash is null ? form : WebhookForm.Empty;
            if (!vouched || !Urls(http, configured).Any(url => WebhookSignature.Holds(tokens, url, signed, signature)))
            {
                return Refuse(http);
            }
        }

        http.Features.Set(form);
        return await next(context);
    }

    /// The public address of a request, and nothing that the request could choose itself when one is configured.
    private static IEnumerable<string> Urls(HttpContext http, TelephonyOptions configured)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw && raw[0] == '/' ? raw : http.Request.GetEncodedPathAndQuery();
        var address = configured.PublicBaseUrl.Length > 0
            ? configured.PublicBaseUrl.TrimEnd('/')
            : $"{http.Request.Scheme}://{http.Request.Host.Value}";
        if (http.WebSockets.IsWebSocketRequest && address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            address = "ws" + address[4..];
        }

        yield return address + target;

        // A proxy may pass the prefix on, or take it off.
        if (PublicUrl.Parse(address) is { Rest.Length: > 0 } prefixed && target.StartsWith(prefixed.Rest + "/", StringComparison.Ordinal))
        {
            yield return address[..^prefixed.Rest.Length] + target;
        }
    }

    /// Nothing signs, so only programs here are believed: not what a tunnel or proxy on this machine passes on, and not a page of
    /// some other site in the developer's browser.
    private static bool FromThisMachine(HttpContext http)
    {
        var headers = http.Request.Headers;
        return http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded") && !headers.ContainsKey("X-Real-IP")
            && IsLoopback($"http://{http.Request.Host.Value}")
            && (headers.Origin.Count == 0 || IsLoopback(headers.Origin.ToString()));
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback;

    private StatusCodeHttpResult Refuse(HttpContext http)
    {
        TelephonyLog.Refused(logger, http.Request.Path.Value ?? "");
        return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// Null when the body is longer than the limit, whatever its length header says.
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > BodyLimit)
        {
            return null;
        }

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > BodyLimit)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
