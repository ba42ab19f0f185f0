using System.Data.Common;
using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Every refusal and every failure, in the protocol's form: `{"error":{"code","message"}}`. What a person may get to read is
/// in their language; what only a developer can cause is in English.
public static class DirectLineErrors
{
    public const string BadArgument = "BadArgument";
    public const string MissingProperty = "MissingProperty";

    public static IResult BadRequest(string code, string message) => Answer(StatusCodes.Status400BadRequest, code, message);

    public static IResult MissingCredential() =>
        Answer(StatusCodes.Status401Unauthorized, BadArgument, "Missing token or secret: the Authorization header must be 'Bearer' and one of them");

    public static IResult InvalidCredential() => Answer(StatusCodes.Status403Forbidden, BadArgument, "Invalid token or secret");

    public static IResult TokenExpired() => Answer(StatusCodes.Status403Forbidden, "TokenExpired", "Token has expired");

    public static IResult OtherConversation() =>
        Answer(StatusCodes.Status403Forbidden, BadArgument, "Security token not valid for this conversation");

    public static IResult NeedsSecret() => Answer(StatusCodes.Status403Forbidden, BadArgument, "This call needs a secret");

    public static IResult NeedsToken() => Answer(StatusCodes.Status403Forbidden, BadArgument, "This call needs a token");

    public static IResult UntrustedOrigin() => Answer(StatusCodes.Status403Forbidden, BadArgument, "Origin not trusted");

    public static IResult UnknownConversation() => Answer(StatusCodes.Status404NotFound, "NotFound", "Conversation not found");

    public static IResult UnknownWatermark() => BadRequest(BadArgument, "watermark is not one that this conversation gave");

    public static IResult TooBig() => Answer(
        StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"An activity has at most {RequestBody.MaxCharacters} characters");

    public static IResult NotJson() => Answer(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "The body must be application/json");

    public static IResult NotSupported(string message) => Answer(StatusCodes.Status400BadRequest, "NotSupported", message);

    /// Bodies for what the framework refuses before it reaches us (404, 405, 413, 429…) and for what breaks.
    public static void UseDirectLineErrors(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/v3/directline", StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.StartsWithSegments("/chat/token", StringComparison.OrdinalIgnoreCase),
        branch => branch
            .UseStatusCodePages(refused => ForStatus(refused.HttpContext, refused.HttpContext.Response.StatusCode).ExecuteAsync(refused.HttpContext))
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = broken => ForException(broken).ExecuteAsync(broken) }));

    private static IResult ForStatus(HttpContext context, int status) => status switch
    {
        StatusCodes.Status404NotFound => Answer(status, "NotFound", "No such resource"),
        StatusCodes.Status405MethodNotAllowed => Answer(status, "NotAllowed", "Method not allowed"),
        StatusCodes.Status413PayloadTooLarge => TooBig(),
        StatusCodes.Status415UnsupportedMediaType => NotJson(),
        StatusCodes.Status429TooManyRequests => Answer(status, "ServiceError", InLanguageOf(context, () => DirectLineTexts.TooMany)),
        StatusCodes.Status500InternalServerError => Answer(status, "Internal", InLanguageOf(context, () => DirectLineTexts.Broken)),
        StatusCodes.Status502BadGateway => Answer(status, "BotRejectedActivity", InLanguageOf(context, () => DirectLineTexts.Broken)),
        StatusCodes.Status503ServiceUnavailable => Answer(status, "ServiceError", InLanguageOf(context, () => DirectLineTexts.Unavailable)),
        _ => Answer(status, BadArgument, "Bad request"),
    };

    private static IResult ForException(HttpContext context) => ForStatus(context, context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        // Locked, read-only, gone: it may be back in a moment, and a message sent again counts once.
        DbException or DbUpdateException => StatusCodes.Status503ServiceUnavailable,
        _ when context.Features.Get<BotIsAnswering>() is not null => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    });

    private static JsonHttpResult<ErrorBody> Answer(int status, string code, string message) =>
        TypedResults.Json(new ErrorBody(new ErrorDetail(code, message)), DirectLineJson.Wire.ErrorBody, statusCode: status);

    private static string InLanguageOf(HttpContext context, Func<string> text)
    {
        CultureInfo.CurrentUICulture = Languages.FromTag(context.Request.Headers.AcceptLanguage.ToString()).Culture();
        return text();
    }
}

/// Marks a request whose activity has reached the bot: from then on, a failure is the bot's.
public sealed class BotIsAnswering;
