using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Search.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Answers;

/// The answers of the chat for other programs. Open to every site: it reads public sheets, and keeps nothing of the question.
internal static class AnswersApi
{
    public const string CorsPolicy = "open-data";

    // Longer than any question that was ever asked, and short enough for an address.
    private const int LongestQuestion = 1000;

    public static void MapAnswersApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/answers", AskAsync)
        .RequireCors(CorsPolicy)
        .WithRateLimits()
        .WithName("GetAnswer")
        .WithSummary("Answers a question about selling online abroad, word for word from the sheets, or says that it cannot.")
        .WithTags("Answers")
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <param name="q">The question, in French or English; at most 1000 characters.</param>
    /// <param name="market">The market that the question is about when it names none: an ISO 3166-1 alpha-2 code, or a name such as "Allemagne".</param>
    /// <param name="lang">Language of titles and labels, "fr" (default) or "en". Sentences stay in the language of the sheet.</param>
    private static async Task<Results<Ok<AnswerDocument>, ValidationProblem>> AskAsync(
        string? q, string? market, string? lang, HttpRequest request, KnowledgeBase knowledge, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuestion)
        {
            errors["q"] = [$"A question of 1 to {LongestQuestion} characters is needed."];
        }

        if (MarketOf(market) is not { } markets)
        {
            errors["market"] = ["Not a market that is known here: an ISO 3166-1 alpha-2 code such as DE, or its name."];
            markets = [];
        }

        if (lang is not (null or "" or "fr" or "en"))
        {
            errors["lang"] = ["fr or en."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var language = lang == "en" ? "en" : "fr";
        var result = await knowledge.AskAsync(new Question(q!, language) { Markets = markets }, cancellation);
        return TypedResults.Ok(new AnswerWriter(knowledge, path => site.Value.Address(path, request), language).Write(result));
    }

    /// No market for none given; null for one that is not known.
    private static IReadOnlyList<string>? MarketOf(string? market)
    {
        var text = market?.Trim() ?? "";
        if (text.Length == 0)
        {
            return [];
        }

        var code = text.ToUpperInvariant();
        return MarketNames.Codes.Contains(code) ? [code] : text.Length <= LongestQuestion && MarketNames.In(text) is [var named] ? [named] : null;
    }
}
