using System.Globalization;
using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Diagnoses.Report.Mail;
using CroissanceConnectee.Bot.Diagnoses.Report.Page;
using CroissanceConnectee.Bot.Diagnoses.Report.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

public static class ReportEndpoints
{
    public const string Path = "/diagnostic";

    // An address and the seal of the form.
    private const int MaxBody = 8 * 1024;

    public static void MapReport(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup(Path).WithRateLimits().AddEndpointFilter(KeepPrivateAsync);
        reports.MapGet("/{token}", ShowAsync);
        reports.MapGet("/{token}.pdf", PrintAsync);
        reports.MapPost("/{token}/courriel", MailAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
    }

    private static async Task<IResult> ShowAsync(
        string token, string? courriel, HttpContext http, Reports reports, IDbContextFactory<ProductContext> contexts, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        if (await reports.FindAsync(data, token, cancellation) is not { } report)
        {
            return NoReport();
        }

        var mailed = Enum.TryParse<MailOutcome>(courriel, ignoreCase: true, out var outcome) ? outcome : (MailOutcome?)null;
        var page = new RazorComponentResult<ReportPage>(new { Report = report, Mailed = mailed });
        return new InLanguage(await LanguageAsync(http, report, data, cancellation), page);
    }

    private static async Task<IResult> PrintAsync(
        string token, HttpContext http, Reports reports, ReportPdf pdf, IDbContextFactory<ProductContext> contexts, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        if (await reports.FindAsync(data, token, cancellation) is not { PdfPath: not null } report)
        {
            return NoReport();
        }

        var file = pdf.Write(report, await LanguageAsync(http, report, data, cancellation));
        return TypedResults.File(file, "application/pdf", string.Create(CultureInfo.InvariantCulture, $"diagnostic-export-{report.Date:yyyy-MM-dd}.pdf"));
    }

    private static async Task<IResult> MailAsync(
        string token, [FromForm] string? address, HttpContext http, Reports reports, ReportMails mails, OutboxSignal outbox,
        IDbContextFactory<ProductContext> contexts, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        if (await reports.FindAsync(data, token, cancellation) is not { } report)
        {
            return NoReport();
        }

        var outcome = await SendAsync();
        return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{report.Path}?courriel={outcome}#courriel"));

        async Task<MailOutcome> SendAsync()
        {
            // Nothing but an address: no line break, hence no header, gets past this.
            if (address?.Trim() is not { } wanted || Contacts.Find(wanted) is not { } found || !found.Equals(wanted, StringComparison.OrdinalIgnoreCase) || !Contacts.IsEmail(found))
            {
                return MailOutcome.Invalid;
            }

            var language = await LanguageAsync(http, report, data, cancellation);
            var queued = await mails.EnqueueAsync(data, report, found, language, cancellation);
            if (data.HasEffects)
            {
                await data.SaveChangesAsync(cancellation);
                outbox.Raise();
            }

            return queued;
        }
    }

    /// The same for a report that never was and one that is past its time.
    private static RazorComponentResult<NoReportPage> NoReport() => new() { StatusCode = StatusCodes.Status404NotFound };

    /// The language asked for; else the one in which the firm last spoke of this diagnosis.
    private static async Task<Language> LanguageAsync(HttpContext http, ReportContent report, ProductContext data, CancellationToken cancellation)
    {
        if (http.Features.Get<IRequestCultureFeature>() is { Provider: not null } asked)
        {
            return Languages.FromTag(asked.RequestCulture.UICulture.Name);
        }

        var spoken = await data.Conversations.AsNoTracking()
            .Where(conversation => conversation.DiagnosisId == report.DiagnosisId)
            .OrderByDescending(conversation => conversation.LastTurnAt)
            .Select(conversation => conversation.State)
            .FirstOrDefaultAsync(cancellation);
        return spoken?.Language ?? Language.French;
    }

    /// Its address is its only lock: kept out of search engines, of caches and of other sites' logs.
    private static ValueTask<object?> KeepPrivateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
