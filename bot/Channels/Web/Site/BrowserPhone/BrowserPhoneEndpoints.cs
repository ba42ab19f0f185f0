using System.Net;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CroissanceConnectee.Bot.Channels.Web.Site.BrowserPhone;

/// What a page cannot do for its phone: sign. Whoever can ask here speaks to the line in the provider's name, so this exists in
/// development only, and for the page itself only, in a browser on the developer's own machine.
internal static partial class BrowserPhoneEndpoints
{
    public const string Path = "/telephone";

    // As much as the line itself takes.
    private const int MaxBody = 256 * 1024;

    public static void MapBrowserPhone(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            var phone = routes.MapGroup(Path)
                .AddEndpointFilter((context, next) => IsOurPage(context.HttpContext) ? next(context) : Refused())
                .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
                .ExcludeFromDescription();
            phone.MapPost("/webhook", SendAsync);
            phone.MapGet("/relay", RelayAsync);
        }
    }

    private static async Task<Results<Ok<WebhookAnswer>, ForbidHttpResult, StatusCodeHttpResult>> SendAsync(
        Webhook webhook, HttpRequest request, WebhookSender sender, CancellationToken cancellation) =>
        OnTheLine().IsMatch(webhook.Target)
            ? TypedResults.Ok(await sender.SendAsync(Origins.SiteOf(request), webhook, cancellation))
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    /// What comes from the page goes to the line, and back, until one of them closes.
    private static async Task<Results<EmptyHttpResult, StatusCodeHttpResult>> RelayAsync(HttpContext http, WebhookSender sender)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return TypedResults.StatusCode(StatusCodes.Status426UpgradeRequired);
        }

        // The line first: a page whose line cannot be reached must not believe that it is connected.
        using var line = await sender.ConnectAsync(Origins.SiteOf(http.Request), http.RequestAborted);
        if (line is null)
        {
            return TypedResults.StatusCode(StatusCodes.Status502BadGateway);
        }

        using var page = await http.WebSockets.AcceptWebSocketAsync();
        await SplicedSockets.RunAsync(page, line, http.RequestAborted);
        return TypedResults.Empty;
    }

    /// The host as well as the origin: a page whose own name leads to this machine would have the same of both.
    private static bool IsOurPage(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && Origins.OriginOf(http.Request) is { } origin && Origins.IsSameOrigin(http.Request)
        && Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.IsLoopback;

    private static ValueTask<object?> Refused() => ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status403Forbidden));

    // One segment and a query, as they go over the wire: nothing in them leads elsewhere.
    [GeneratedRegex(@"\A/telephony/[a-z]+(\?[!-~]*)?\z")]
    private static partial Regex OnTheLine();
}
