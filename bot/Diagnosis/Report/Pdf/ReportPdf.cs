using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using Microsoft.Extensions.Options;
using PdfSharp.Pdf;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// The report on paper: the page's content in the page's order, a few A4 sheets of real text.
public sealed class ReportPdf(IOptions<SiteOptions> site, TimeProvider clock)
{
    public byte[] Write(ReportContent report, Language language)
    {
        ReportFonts.Register();
        var words = new ReportWords(language);
        // Every sheet says how many there are, which is known once they are written: a draft counts them.
        using var draft = Write(report, words, sheetsInAll: 0);
        using var document = Write(report, words, draft.PageCount);
        document.Info.Title = words.Say(nameof(ReportTexts.Title));
        document.Info.Subject = words.Say(nameof(ReportTexts.PdfSubject));
        document.Info.Author = SiteTexts.Name;
        document.Info.CreationDate = clock.GetLocalNow().DateTime;
        document.Language = words.Tag;
        document.ViewerPreferences.DisplayDocTitle = true;
        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    private PdfDocument Write(ReportContent report, ReportWords words, int sheetsInAll)
    {
        var document = new PdfDocument();
        using var sheets = new PdfSheets(document, words, sheetsInAll);
        new ReportPdfWriter(sheets, report, words, site.Value).Write();
        return document;
    }
}
