using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony;

internal static class RelayEndpoints
{
    // The turns of a session that nobody remembers had numbers below.
    private const int MoreThanOneSession = 1000;

    /// The session is over: handed over by us, hung up by the caller, or broken.
    public static Task<ContentHttpResult> Connect(HttpContext http, Line line, RelayMemory memory, ILogger<Line> logger)
    {
        var form = http.Form();
        var call = form["CallSid"] ?? "";
        var link = TurnLink.Read(http.Request.Query);

        // Not of a session before the one that has ended: its turns would be counted twice.
        var known = memory.Take(call) is { } kept && kept.Number >= link.Number ? kept : null;
        if (TelephonyEndpoints.HasEnded(http))
        {
            return Task.FromResult(Line.Xml(TwimlWriter.Nothing));
        }

        if (Handed(form["HandoffData"]) is { } handover)
        {
            var next = new TurnLink(handover.Number) { Relay = link.Relay, Apologies = handover.Apologies };
            return Task.FromResult(line.Document(http, handover.Script, next, inQueue: false));
        }

        TelephonyLog.RelayBroke(logger, call, form["SessionStatus"] ?? "", form["ErrorCode"] ?? "");

        // Opened again once; a socket that cannot be reached at all, or breaks again, is given up for the rest of the call.
        var again = link.Reopened == 0 && form["ErrorCode"] != "64102";
        return line.AnswerAsync(
            http,
            new Resumed(),
            new TurnLink(known?.Number ?? (link.Number + MoreThanOneSession)) { Relay = again, Reopened = again ? 1 : 0, Apologies = link.Apologies },
            heard: known?.Heard);
    }

    /// A host that stops cuts its sockets at once: the calls go on wherever the provider asks next.
    public static async Task<IResult> Relay(HttpContext http, Line line, RelaySessions sessions, IHostApplicationLifetime host)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return TypedResults.StatusCode(StatusCodes.Status426UpgradeRequired);
        }

        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await sessions.RunAsync(socket, line.PublicAddress(http), aborted.Token);
        return TypedResults.Empty;
    }

    private static Handover? Handed(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Handover>(data, RelayJson.Options) is { Script.Ending: not null, Script.Prompts: not null } handover ? handover : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            // Cut off or not ours: the call goes on without it.
            return null;
        }
    }
}
