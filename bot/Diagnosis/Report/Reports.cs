using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// Reports by the unguessable part of their address, each computed from the answers as they are now.
public sealed class Reports(DiagnosisEngine engine, KnowledgeBase knowledge, IOptions<ReportOptions> options, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly bool _offersPdf = options.Value.PdfSharpLicence.Length > 0;
    private readonly TimeSpan _lifetime = TimeSpan.FromDays(options.Value.LifetimeDays);

    /// Null when there is none, or not any more: nobody is told which.
    public async Task<ReportContent?> FindAsync(ProductContext data, string token, CancellationToken cancellation)
    {
        var diagnosis = await data.Diagnoses.AsNoTracking().SingleOrDefaultAsync(row => row.ReportToken == token, cancellation);
        return diagnosis is null || End(diagnosis) <= clock.GetUtcNow() ? null : Of(diagnosis);
    }

    public ReportContent Of(Diagnosis diagnosis)
    {
        var result = engine.Result(diagnosis);
        var links = result.Plan.SelectMany(action => action.Links).Append(result.RegionalAid.Link).OfType<PlanLink>();
        return new ReportContent
        {
            DiagnosisId = diagnosis.Id,
            Token = diagnosis.ReportToken,
            ResumeCode = diagnosis.ResumeCode,
            Date = DayOf(diagnosis.CompletedAt ?? diagnosis.StartedAt),
            KeptUntil = DayOf(End(diagnosis)),
            Finished = diagnosis.CompletedAt is not null,
            QuestionsLeft = diagnosis.CompletedAt is null ? engine.QuestionsLeft(diagnosis) : 0,
            OffersPdf = _offersPdf,
            Result = result,
            Articles = links.Select(link => knowledge.Find(link.ArticleId)).OfType<Article>().DistinctBy(article => article.Id).ToDictionary(article => article.Id),
        };
    }

    private DateTimeOffset End(Diagnosis diagnosis) => (diagnosis.CompletedAt ?? diagnosis.StartedAt) + _lifetime;

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Paris).DateTime);
}
