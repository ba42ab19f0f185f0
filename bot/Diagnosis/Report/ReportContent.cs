using System.Globalization;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// A diagnosis as it stands now, with all that the page, the PDF and the mail say about it.
public sealed record ReportContent
{
    public required Guid DiagnosisId { get; init; }

    public required string Token { get; init; }

    public required string ResumeCode { get; init; }

    /// The day it was finished, or begun.
    public required DateOnly Date { get; init; }

    public required DateOnly KeptUntil { get; init; }

    /// An estimate: later answers may add a question or spare one. 0 when finished.
    public required int QuestionsLeft { get; init; }

    public required bool Finished { get; init; }

    public required bool OffersPdf { get; init; }

    public required DiagnosisResult Result { get; init; }

    /// The articles that the plan leads to, by id.
    public required IReadOnlyDictionary<string, Article> Articles { get; init; }

    public string Path => ReportEndpoints.Path + "/" + Token;

    /// Null where reports are not offered as PDF.
    public string? PdfPath => OffersPdf ? Path + ".pdf" : null;

    public string ResumePath => $"/?reprendre={ResumeCode}";

    /// A level drawn from one corner of the chart would mislead: half of the axes must be known, or all that was asked answered.
    public bool HasLevel => Result.Axes.Count(axis => axis.Known) is > 0 and var known && (Finished || 2 * known >= Result.Axes.Count);

    public string ChangePath(AnsweredQuestion answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{ResumePath}&question={Uri.EscapeDataString(answer.QuestionId)}");

    /// The articles of some links, each once; one that was taken out of the base since is left out.
    public IReadOnlyList<Article> ArticlesOf(IEnumerable<PlanLink> links) =>
        [.. links.Select(link => Articles.GetValueOrDefault(link.ArticleId)).OfType<Article>().Distinct()];
}
