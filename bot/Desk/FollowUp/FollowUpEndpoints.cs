using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk.FollowUp;
using CroissanceConnectee.Bot.Diagnoses.Report;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// The small page behind the links of the mail. Opening it stores nothing, since mail servers open links too: it sends itself off, or
/// waits for one button where scripts are off.
public static class FollowUpEndpoints
{
    public const string Path = "/suivi";

    public const string Contacted = "contact";

    public const string Useful = "utile";

    private const int MaxBody = 1024;

    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).WithRateLimits().AddEndpointFilter(KeepPrivateAsync);
        group.MapGet("/{token}", ShowAsync);

        // The address is the right to answer; no cookie is.
        group.MapPost("/{token}", AnswerAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MaxBody));
    }

    private static async Task<IResult> ShowAsync(
        string token, [FromQuery(Name = Contacted)] string? contacted, [FromQuery(Name = Useful)] string? useful,
        IDbContextFactory<ProductContext> contexts, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(data, token, cancellation) is not { } asked)
        {
            return Gone();
        }

        var wanted = (Read(contacted), Read(useful));
        return await PageAsync(data, asked, wanted, cancellation);
    }

    private static async Task<IResult> AnswerAsync(
        string token, [FromForm(Name = Contacted)] string? contacted, [FromForm(Name = Useful)] string? useful,
        IDbContextFactory<ProductContext> contexts, TimeProvider clock, DeskFeed feed, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(data, token, cancellation) is not { } asked)
        {
            return Gone();
        }

        if (Read(contacted) is null && Read(useful) is null)
        {
            return TypedResults.Problem("contact=oui|non, utile=oui|non", statusCode: StatusCodes.Status400BadRequest);
        }

        (asked.Contacted, asked.Useful, asked.AnsweredAt) = (Read(contacted) ?? asked.Contacted, Read(useful) ?? asked.Useful, clock.GetUtcNow());
        await data.SaveChangesAsync(cancellation);
        feed.Changed(asked.HandoffId);
        return TypedResults.LocalRedirect($"{Path}/{asked.Token}", permanent: false, preserveMethod: false);
    }

    private static Task<HandoffFollowUp?> FindAsync(ProductContext data, string token, CancellationToken cancellation) =>
        data.HandoffFollowUps.SingleOrDefaultAsync(one => one.Token == token, cancellation);

    private static async Task<IResult> PageAsync(ProductContext data, HandoffFollowUp asked, (bool?, bool?) wanted, CancellationToken cancellation)
    {
        var spoken = await data.Handoffs.AsNoTracking().Where(one => one.Id == asked.HandoffId)
            .Join(data.Conversations, one => one.ConversationId, conversation => conversation.Id, (_, conversation) => conversation.State)
            .SingleOrDefaultAsync(cancellation);
        return new InLanguage(spoken?.Language ?? Language.French, new RazorComponentResult<FollowUpPage>(new { Asked = asked, Wanted = wanted }));
    }

    private static RazorComponentResult<FollowUpGonePage> Gone() => new() { StatusCode = StatusCodes.Status404NotFound };

    private static bool? Read(string? answer) => answer switch { "oui" => true, "non" => false, _ => null };

    private static ValueTask<object?> KeepPrivateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
