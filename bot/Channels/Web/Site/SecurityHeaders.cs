using System.Security.Cryptography;
using CroissanceConnectee.Bot.Channels.Web.Site.BrowserPhone;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Desk.Accounts;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.Site;

/// The headers that every response carries, and the nonce with which a page marks its scripts as its own.
internal static class SecurityHeaders
{
    /// The one page that other sites may show in a frame.
    public const string EmbedPath = "/embed";

    private const string NonceKey = "site.nonce";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        var embedding = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.FrameAncestors;
        app.Use((context, next) =>
        {
            // On starting: an error page begins by clearing the headers.
            context.Response.OnStarting(() => Write(context, IsEmbedded(context) ? embedding : "'none'"));
            return next(context);
        });
    }

    public static string Nonce(this HttpContext context) =>
        (string)(context.Items[NonceKey] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));

    // Decided by the address as it was asked for: an error page in its place stays as open, and as harmless.
    private static bool IsEmbedded(HttpContext context) => context.Request.Path.Equals(EmbedPath, StringComparison.OrdinalIgnoreCase);

    // The reference of the API makes its styles in the browser, without a nonce. It shows nothing of anybody.
    private static bool WritesItsOwnStyle(HttpContext context) => context.Request.Path.StartsWithSegments(OpenApi.ReferencePath, StringComparison.OrdinalIgnoreCase);

    // Speech is recognised and sounds are played on one page only, which exists in development only.
    private static bool IsBrowserPhone(HttpContext context) => context.Request.Path.Equals(BrowserPhoneEndpoints.Path, StringComparison.OrdinalIgnoreCase);

    // The components of the desk's pages write style attributes, and nothing else that a nonce does not cover.
    private static bool IsDesk(HttpContext context) => context.Request.Path.StartsWithSegments(ReturnAddress.Home, StringComparison.OrdinalIgnoreCase);

    private static Task Write(HttpContext context, string frameAncestors)
    {
        var headers = context.Response.Headers;
        var nonce = context.Nonce();
        headers.ContentSecurityPolicy =
            "default-src 'none'; "
            + $"script-src 'nonce-{nonce}' 'strict-dynamic'; "
            + $"style-src 'self' {(WritesItsOwnStyle(context) ? "'unsafe-inline'" : $"'nonce-{nonce}'")}; "
            + (IsDesk(context) ? "style-src-attr 'unsafe-inline'; " : "")
            // The stream of the chat: 'self' covers web sockets in today's browsers, not in those of before 2022.
            + $"connect-src 'self' {(context.Request.IsHttps ? "wss" : "ws")}://{context.Request.Host.ToUriComponent()}; "
            + "img-src 'self' data: blob:; "
            + "font-src 'self'; "
            + (IsBrowserPhone(context) ? "media-src 'self'; " : "")
            + "form-action 'self'; "
            + $"frame-ancestors {frameAncestors}; "
            // Circuits are opened relative to the base that the desk's pages say.
            + $"base-uri {(IsDesk(context) ? "'self'" : "'none'")}";
        headers.XContentTypeOptions = "nosniff";
        // Where one comes from is no other site's business; a page may say less still.
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers["Permissions-Policy"] = $"camera=(), geolocation=(), microphone=({(IsBrowserPhone(context) ? "self" : "")}), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0 && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            // A page has a nonce, and often somebody's answers: it is nobody else's.
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
