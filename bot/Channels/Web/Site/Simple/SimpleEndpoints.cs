using System.Security.Cryptography;
using System.Text;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CroissanceConnectee.Bot.Channels.Web.Site.Simple;

/// What the forms of /conversation post to. Each answers with a redirect, so that reloading the page sends nothing again.
internal static class SimpleEndpoints
{
    public const string Path = "/conversation";

    // The forms are small; the rest is for a text at its longest, percent-encoded.
    private const int MaxBody = 64 * 1024;

    public static void MapSimpleConversation(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(Path).WithMetadata(new RequestSizeLimitAttribute(MaxBody)).WithRateLimits();
        forms.MapPost("/message", SendAsync);
        forms.MapPost("/nouvelle", Restart);
    }

    private static async Task<Results<RedirectHttpResult, StatusCodeHttpResult>> SendAsync(
        [AsParameters] MessageForm sent, HttpContext http, SimpleConversations conversations, TurnHandler turns, TimeProvider clock, CancellationToken cancellation)
    {
        if (conversations.Find(http) is not { } key || sent.Form is not { Length: > 0 and <= 64 })
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (sent.Text?.Length > MessageReader.MaxLength)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (await InputAsync(sent, key, conversations, cancellation) is not { } input)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var locale = Thread.CurrentThread.CurrentUICulture.Name;
        await turns.HandleAsync(new Turn(key, MessageId(sent), input, clock.GetUtcNow()) { Locale = locale }, cancellation);
        return BackToThePage();
    }

    // Reading the form is what checks its seal.
    private static RedirectHttpResult Restart([AsParameters] MessageForm sent, HttpContext http, SimpleConversations conversations)
    {
        conversations.Begin(http);
        return TypedResults.Redirect(Path);
    }

    private static async Task<TurnInput?> InputAsync(
        MessageForm sent, ConversationKey key, SimpleConversations conversations, CancellationToken cancellation)
    {
        if (sent.Choice is { } value)
        {
            // The label is ours, not the browser's: only what was offered in this conversation can be chosen.
            var choice = (await conversations.ReadAsync(key, cancellation))
                .SelectMany(entry => entry.Reply.Parts.OfType<Ask>())
                .SelectMany(ask => ask.Choices)
                .LastOrDefault(choice => choice.Value == value);
            return choice is null ? null : new Chose(choice.Value, choice.Label);
        }

        return sent.Text is { } text ? new Said(text) : new Joined();
    }

    /// The same form sent twice is one message; the same form sent with other words, after a step back, is another one.
    private static string MessageId(MessageForm sent)
    {
        var content = SHA256.HashData(Encoding.UTF8.GetBytes($"{sent.Choice}\n{sent.Text}"));
        return $"{sent.Form}.{Convert.ToHexString(content, 0, 8)}";
    }

    // 302 rather than 303: every browser turns it into a GET, the oldest text browsers included.
    private static RedirectHttpResult BackToThePage() => TypedResults.Redirect(Path + "#suite");

    /// One of the forms of the page: a text, a choice, or neither (the button that begins).
    private sealed record MessageForm(
        [FromForm(Name = "form")] string? Form,
        [FromForm(Name = "text")] string? Text,
        [FromForm(Name = "choice")] string? Choice);
}
