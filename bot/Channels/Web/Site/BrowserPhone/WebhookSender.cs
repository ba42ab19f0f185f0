using System.Net;
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
        var line = options.CurrentValue;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site + webhook.Target, Verbatim))
        {
            Content = new FormUrlEncodedContent(webhook.Form),
        };
        if (line.AuthToken.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var token, ..])
        {
            var known = line.PublicBaseUrl.Length > 0 ? line.PublicBaseUrl.TrimEnd('/') : site;
            request.Headers.Add(WebhookSignature.Header, WebhookSignature.Compute(token, known + webhook.Target, webhook.Form));
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
}

/// The address of a webhook from its path on, and the form to post to it.
internal sealed record Webhook
{
    public required string Target { get; init; }

    public required IReadOnlyDictionary<string, string> Form { get; init; }
}

internal sealed record WebhookAnswer(int Status, string ContentType, string Body);
