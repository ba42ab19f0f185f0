namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

internal static class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder group) =>
        group.MapGet("/conversations/{conversationId}/stream", OpenAsync).WithMetadata(new StreamCredential());

    private static async Task<IResult> OpenAsync(
        HttpContext context,
        string conversationId,
        string? watermark,
        Transcripts transcripts,
        StreamSender sender,
        IHostApplicationLifetime host,
        CancellationToken cancellation)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.BadRequest(DirectLineErrors.BadArgument, "The stream is a WebSocket");
        }

        // A conversation that was reserved and not started has a stream too: nothing has come yet.
        var count = await transcripts.CountAsync(ActivityIds.Key(conversationId), cancellation) ?? 0;
        if (!Watermark.TryRead(watermark, count, out var next))
        {
            return DirectLineErrors.UnknownWatermark();
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sender.RunAsync(socket, conversationId, new Uri(Origins.SiteOf(context.Request)), next, host.ApplicationStopping);
        return TypedResults.Empty;
    }
}
