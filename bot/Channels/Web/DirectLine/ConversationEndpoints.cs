using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder group)
    {
        group.MapPost("/conversations", StartAsync);
        group.MapGet("/conversations/{conversationId}", ReconnectAsync);
    }

    private static async Task<IResult> StartAsync(
        HttpContext context, DirectLineTokens tokens, Transcripts transcripts, TurnHandler turns, TimeProvider clock, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadAsync(context.Request, DirectLineJson.Wire.ConversationRequest, cancellation);
        if (body.Refusal is not null)
        {
            return body.Refusal;
        }

        var given = DirectLineAccess.CallerOf(context).Grant;
        if (given?.User is null
            && body.Value?.User?.Id is { } claimed
            && !(TokenEndpoints.IsUserId(claimed) && (given is null || !claimed.StartsWith(TokenEndpoints.VouchedPrefix, StringComparison.Ordinal))))
        {
            return DirectLineErrors.BadRequest(DirectLineErrors.BadArgument, "user.id is too long, or one that only a token can give");
        }

        var grant = new Grant(given?.Conversation ?? Codes.NewToken(), given?.User ?? body.Value?.User?.Id, given?.Origins ?? []);
        var key = ActivityIds.Key(grant.Conversation);
        var known = await transcripts.CountAsync(key, cancellation) is not null;
        if (!known)
        {
            await BeginAsync(given?.User is not null, key, body.Value?.Locale, transcripts, turns, clock);
        }

        return Answer(context, tokens, grant, next: 0, known ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// The bot greets a user whom the token names; anybody else it meets with the first message.
    private static Task BeginAsync(
        bool userIsKnown, ConversationKey key, string? locale, Transcripts transcripts, TurnHandler turns, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return userIsKnown
            ? turns.HandleAsync(TurnReader.Joined(key, locale, now), CancellationToken.None)
            : transcripts.BeginAsync(key, locale, now, CancellationToken.None);
    }

    /// A stream for a conversation already under way: from the watermark, or, when there is none, from now on.
    private static async Task<IResult> ReconnectAsync(
        HttpContext context, string conversationId, DirectLineTokens tokens, Transcripts transcripts, CancellationToken cancellation)
    {
        if (await transcripts.CountAsync(ActivityIds.Key(conversationId), cancellation) is not { } count)
        {
            return DirectLineErrors.UnknownConversation();
        }

        var next = count;
        if (context.Request.Query.TryGetValue("watermark", out var asked) && !Watermark.TryRead(asked, count, out next))
        {
            return DirectLineErrors.UnknownWatermark();
        }

        var grant = DirectLineAccess.CallerOf(context).Grant ?? new Grant(conversationId, null, []);
        return Answer(context, tokens, grant, next, StatusCodes.Status200OK);
    }

    private static JsonHttpResult<ConversationAddress> Answer(HttpContext context, DirectLineTokens tokens, Grant grant, int next, int status)
    {
        var request = context.Request;
        var scheme = request.IsHttps ? "wss" : "ws";
        var path = $"{request.PathBase}/v3/directline/conversations/{grant.Conversation}/stream";
        var stream = $"{scheme}://{request.Host}{path}?watermark={Watermark.Write(next)}&t={tokens.IssueForStream(grant)}";
        return TypedResults.Json(
            new ConversationAddress(grant.Conversation, tokens.Issue(grant), DirectLineTokens.Seconds, stream),
            DirectLineJson.Wire.ConversationAddress,
            statusCode: status);
    }
}
