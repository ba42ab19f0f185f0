using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Telephony;

/// A webhook that wants an answer → a turn of the product → a document. Whatever goes wrong, the answer is one that can be heard.
internal sealed class Line(TurnRunner runner, IOptionsMonitor<TelephonyOptions> options, ILogger<Line> logger)
{
    public TelephonyOptions Options => options.CurrentValue;

    public async Task<ContentHttpResult> AnswerAsync(HttpContext http, CallInput input, TurnLink link, bool inQueue = false, string? heard = null)
    {
        var form = http.Features.GetRequiredFeature<WebhookForm>();
        var token = http.Request.Headers["I-Twilio-Idempotency-Token"].ToString() is { Length: > 0 } given ? given : null;
        var reference = input is CallStarted or Redirected && http.Request.Query["ref"].ToString() is { Length: > 0 } named ? named : null;
        if (TurnReader.Read(form, link, input, token, reference) is not { } turn)
        {
            TelephonyLog.NoCall(logger, http.Request.Path.Value ?? "");
            return Document(http, runner.Apologise(null), link.Next(), inQueue);
        }

        var (script, apology) = await runner.RunAsync(turn with { Heard = heard });
        return Document(http, script, link.Next(apology ? link.Apologies + 1 : 0), inQueue);
    }

    /// A way on when the provider could not use the answer to a turn before.
    public ContentHttpResult Recover(HttpContext http, TurnLink link)
    {
        var form = http.Features.GetRequiredFeature<WebhookForm>();
        var turn = TurnReader.Read(form, link with { Apologies = link.Apologies + 1 }, new Silent(), null);
        TelephonyLog.FellBack(logger, turn?.CallId ?? "", form["ErrorCode"] ?? "");
        return Document(http, runner.Apologise(turn), link.Next(link.Apologies + 1), inQueue: false);
    }

    public ContentHttpResult Document(HttpContext http, CallScript script, TurnLink next, bool inQueue) =>
        Xml(new TwimlWriter(Options, PublicAddress(http)).Write(script, next, inQueue));

    public TwimlWriter Writer(HttpContext http) => new(Options, PublicAddress(http));

    public static ContentHttpResult Xml(string document) => TypedResults.Content(document, "text/xml; charset=utf-8");

    public string PublicAddress(HttpContext http) => Options.PublicBaseUrl.Length > 0
        ? Options.PublicBaseUrl.TrimEnd('/')
        : $"{http.Request.Scheme}://{http.Request.Host.Value}";
}
