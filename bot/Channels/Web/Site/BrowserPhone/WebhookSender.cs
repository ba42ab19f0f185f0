using System.Collections.ObjectModel;
using System.Net;
using System.Net.WebSockets;
using CroissanceConnectee.Telephony;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.Site.BrowserPhone;

/// Asks our own line as the provider does: over HTTP, signed when there is something to sign with, and with no more patience.
internal sealed class WebhookSender(HttpClient http, IOptionsMonitor<TelephonyOptions> options)
{
    // Written as it was signed: nothing may be escaped once more on the way.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public async Task<WebhookAnswer> SendAsync(string site, Webhook webhook, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site + webhook.Target, Verbatim))
        {
            Content = new FormUrlEncodedContent(webhook.Form),
        };
        if (Signature(site, webhook.Target, webhook.Form) is { } signature)
        {
            request.Headers.Add(WebhookSignature.Header, signature);
        }

        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return new WebhookAnswer(
                (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookAnswer((int)HttpStatusCode.GatewayTimeout, "", "");
        }
    }

    /// The socket of a call whose words do not travel by documents; null when the line refuses it.
    public async Task<WebSocket?> ConnectAsync(string site, CancellationToken cancellation)
    {
        const string Target = "/telephony/relay";
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        if (Signature(site, Target, form: null) is { } signature)
        {
            socket.Options.SetRequestHeader(WebhookSignature.Header, signature);
        }

        try
        {
            await socket.ConnectAsync(new Uri(Socket(site) + Target), cancellation);
            return socket;
        }
        catch (WebSocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// Null when nothing is signed here. The address is the one that the provider knows; that of a socket is written differently.
    private string? Signature(string site, string target, IReadOnlyDictionary<string, string>? form)
    {
        var line = options.CurrentValue;
        if (line.AuthToken.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var token, ..])
        {
            return null;
        }

        var known = line.PublicBaseUrl.Length > 0 ? line.PublicBaseUrl.TrimEnd('/') : site;
        return WebhookSignature.Compute(token, (form is null ? Socket(known) : known) + target, form ?? ReadOnlyDictionary<string, string>.Empty);
    }

    private static string Socket(string address) => "ws" + address["http".Length..];
}

/// The address of a webhook from its path on, and the form to post to it.
internal sealed record Webhook
{
    public required string Target { get; init; }

    public required IReadOnlyDictionary<string, string> Form { get; init; }
}

internal sealed record WebhookAnswer(int Status, string ContentType, string Body);
