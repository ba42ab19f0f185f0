using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder group)
    {
        group.MapGet("/conversations/{conversationId}/activities", ReadAsync);
        group.MapPost("/conversations/{conversationId}/activities", PostAsync);
        group.MapPost("/conversations/{conversationId}/upload", RefuseUpload);
    }

    /// One page; clients ask until they get an empty one.
    private static async Task<IResult> ReadAsync(
        HttpContext context, string conversationId, string? watermark, Transcripts transcripts, CancellationToken cancellation)
    {
        var key = ActivityIds.Key(conversationId);
        var isOurs = Watermark.TryRead(watermark, int.MaxValue, out var next);
        var entries = isOurs ? await transcripts.ReadAsync(key, next, cancellation) : [];
        if (entries.Count == 0)
        {
            // Nothing new, or nothing of the kind.
            if (await transcripts.CountAsync(key, cancellation) is not { } count)
            {
                return DirectLineErrors.UnknownConversation();
            }

            if (!isOurs || next > count)
            {
                return DirectLineErrors.UnknownWatermark();
            }
        }

        var page = ActivityRenderer.Render(entries, conversationId, new Uri(Origins.SiteOf(context.Request)), next);
        return TypedResults.Json(page, DirectLineJson.Wire.ActivitySet);
    }

    /// Answered when the bot has answered: what it said is on the stream by then.
    private static async Task<IResult> PostAsync(
        HttpContext context, string conversationId, Transcripts transcripts, TurnHandler turns, DeskFeed desk, TimeProvider clock, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadAsync(context.Request, DirectLineJson.Wire.IncomingActivity, cancellation);
        if (body.Value is not { } activity)
        {
            return body.Refusal ?? DirectLineErrors.BadRequest(DirectLineErrors.MissingProperty, "The activity is missing");
        }

        if (string.IsNullOrEmpty(activity.Type))
        {
            return DirectLineErrors.BadRequest(DirectLineErrors.MissingProperty, "type is missing");
        }

        var grant = DirectLineAccess.CallerOf(context).Grant;
        if (UserOf(activity, grant) is not { } user)
        {
            return DirectLineErrors.BadRequest(DirectLineErrors.MissingProperty, "from.id is missing, or one that only a token can give");
        }

        var key = ActivityIds.Key(conversationId);
        if (grant is null && await transcripts.CountAsync(key, cancellation) is null)
        {
            return DirectLineErrors.UnknownConversation();
        }

        // Typing is shown to whoever leads; events and types yet to be invented mean nothing to us. They are no part of the transcript, so no stream
        // shows them either.
        if (activity.Type != "message")
        {
            if (activity.Type == "typing")
            {
                desk.Typed(new Typing(key.ToString(), Expert: null));
            }

            return Posted($"{conversationId}|{Codes.NewToken()}");
        }

        context.Features.Set(new BotIsAnswering());
        // Not tied to the connection: a message that has arrived is dealt with, even if its sender has gone into a tunnel.
        var entry = await turns.HandleAsync(TurnReader.Read(activity, key, user, clock.GetUtcNow()), CancellationToken.None);
        return Posted(ActivityIds.OfMessage(conversationId, entry.Sequence));
    }

    /// The token's user, whoever the activity says it is from. Without one, any id that does not need a token.
    private static string? UserOf(IncomingActivity activity, Grant? grant) => activity.From?.Id switch
    {
        _ when grant?.User is { } vouched => vouched,
        { } claimed when TokenEndpoints.IsUserId(claimed)
            && (grant is null || !claimed.StartsWith(TokenEndpoints.VouchedPrefix, StringComparison.Ordinal)) => claimed,
        _ => null,
    };

    // Nothing in the service reads files, and a firm's papers are better not kept here: none is taken, and the body is not
    // even read. 4xx, so that the client says at once that the message was not sent.
    private static IResult RefuseUpload() => DirectLineErrors.NotSupported("This service takes no files");

    private static JsonHttpResult<PostedActivity> Posted(string id) => TypedResults.Json(new PostedActivity(id), DirectLineJson.Wire.PostedActivity);
}
