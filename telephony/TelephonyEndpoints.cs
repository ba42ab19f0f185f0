using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony;

public static class TelephonyEndpoints
{
    /// <summary>
    /// The line's addresses under `/telephony`. The provider's console needs `/telephony/voice` (a call comes in), `/telephony/fallback`
    /// (an answer of ours could not be used), `/telephony/status` (calls and messages change, errors) and `/telephony/sms`.
    /// </summary>
    public static void MapTelephony(this IEndpointRouteBuilder routes)
    {
        // Siblings, all of them: scripts point from one to the other by relative addresses.
        var group = routes.MapGroup("/telephony").AddEndpointFilter<RouteGroupBuilder, WebhookFilter>().ExcludeFromDescription();
        group.MapPost("/voice", Voice);
        group.MapPost("/turn", Turn);
        group.MapPost("/wait", Wait);
        group.MapPost("/dial", (HttpContext http, Line line) => Result(http, line, TurnReader.DialEnded));
        group.MapPost("/queue", (HttpContext http, Line line) => Result(http, line, TurnReader.QueueLeft));
        group.MapPost("/recorded", (HttpContext http, Line line) => Result(http, line, TurnReader.MessageRecorded));
        group.MapPost("/whisper", Whisper);
        group.MapPost("/accept", Accept);
        group.MapPost("/connect", RelayEndpoints.Connect);
        group.MapGet("/relay", RelayEndpoints.Relay);
        group.MapPost("/fallback", Fallback);
        group.MapPost("/status", Status);
        group.MapPost("/sms", Sms);
    }

    internal static WebhookForm Form(this HttpContext http) => http.Features.GetRequiredFeature<WebhookForm>();

    private static Task<ContentHttpResult> Voice(HttpContext http, Line line) =>
        line.AnswerAsync(
            http,
            http.Request.Query.ContainsKey("n") ? new Redirected() : new CallStarted(),
            TurnLink.Read(http.Request.Query) with { Relay = line.Options.VoiceMode == VoiceMode.ConversationRelay });

    private static Task<ContentHttpResult> Turn(HttpContext http, Line line) =>
        line.AnswerAsync(http, http.Request.Query.ContainsKey("go") ? new Continued() : TurnReader.Heard(http.Form()), TurnLink.Read(http.Request.Query));

    private static Task<ContentHttpResult> Result(HttpContext http, Line line, Func<WebhookForm, CallInput> read) =>
        HasEnded(http) ? Task.FromResult(Line.Xml(TwimlWriter.Nothing)) : line.AnswerAsync(http, read(http.Form()), TurnLink.Read(http.Request.Query));

    /// The document heard in a queue is always that of the same turn: what leaves the queue is the next one.
    private static Task<ContentHttpResult> Wait(HttpContext http, Line line)
    {
        var link = TurnLink.Read(http.Request.Query);
        CallInput input = http.Request.Query.ContainsKey("answer") ? TurnReader.Heard(http.Form()) : new Waiting();
        return line.AnswerAsync(http, input, link with { Number = link.Number - 1 }, inQueue: true);
    }

    private static ContentHttpResult Whisper(HttpContext http, Line line)
    {
        var query = http.Request.Query;
        return Line.Xml(line.Writer(http).WriteWhisper(query["say"].ToString(), query["key"].ToString(), query["lang"].ToString(), http.Form().Text("ParentCallSid")));
    }

    /// An empty document puts the two people through, whatever becomes of telling the product.
    private static async Task<IResult> Accept(HttpContext http, TurnRunner runner, ILogger<Line> logger)
    {
        var (form, query) = (http.Form(), http.Request.Query);
        var key = form.Text("Digits") ?? "";
        var accepted = key.Length > 0 && key == query["key"].ToString();
        if (key.Length > 0 && form.Text("CallSid") is { } leg)
        {
            var parent = query["parent"].ToString() is { Length: > 0 } named ? named : form.Text("ParentCallSid");
            var answered = new WhisperAnswered($"{leg}/whisper/{key}", leg, parent, key, accepted);
            try
            {
                await runner.WithHandlerAsync(async (handler, cancellation) =>
                {
                    await handler.OnEventAsync(answered, cancellation);
                    return true;
                });
            }
            catch (Exception exception)
            {
                TelephonyLog.EventFailed(logger, exception, answered.Id);
            }
        }

        return Line.Xml(accepted ? TwimlWriter.Nothing : TwimlWriter.Declined);
    }

    private static ContentHttpResult Fallback(HttpContext http, Line line)
    {
        var failed = http.Form().Address("ErrorUrl");
        var link = TurnLink.Read(new QueryCollection(QueryHelpers.ParseQuery(failed?.Query)));

        // The document may have failed because of the socket that it opens.
        return line.Recover(http, link with { Relay = false });
    }

    /// A failure asks for the event again: the product has not noted it.
    private static async Task<IResult> Status(HttpContext http, TurnRunner runner, ILogger<Line> logger)
    {
        if (EventReader.Read(http.Form()) is not { } happened)
        {
            return TypedResults.NoContent();
        }

        try
        {
            await runner.WithHandlerAsync(async (handler, cancellation) =>
            {
                await handler.OnEventAsync(happened, cancellation);
                return true;
            });
            return TypedResults.NoContent();
        }
        catch (Exception exception)
        {
            TelephonyLog.EventFailed(logger, exception, happened.Id);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> Sms(HttpContext http, TurnRunner runner, ILogger<Line> logger)
    {
        if (MessageReader.Read(http.Form()) is not { } message)
        {
            return Line.Xml(TwimlWriter.Nothing);
        }

        try
        {
            var replies = await runner.WithHandlerAsync((handler, cancellation) => handler.OnMessageAsync(message, cancellation));
            return Line.Xml(message.AnsweredByProvider ? TwimlWriter.Nothing : TwimlWriter.Messages(replies));
        }
        catch (Exception exception)
        {
            TelephonyLog.MessageFailed(logger, exception, message.Id);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// The action of a verb is also asked when the caller hung up during it; nobody hears an answer then.
    internal static bool HasEnded(HttpContext http) => http.Form().Named<CallStatus>("CallStatus") >= CallStatus.Completed;
}
