using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;
using Microsoft.Extensions.Options;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// The report on paper: the page's content in the page's order, a few A4 sheets of real text.
public sealed class ReportPdf(IOptions<SiteOptions> site, TimeProvider clock)
{
    public byte[] Write(ReportContent report, Language language)
    {
        ReportFonts.Register();
        using var document = new PdfDocument();
        var words = new ReportWords(language);
        document.Info.Title = words.Say(nameof(ReportTexts.Title));
        document.Info.Subject = words.Say(nameof(ReportTexts.PdfSubject));
        document.Info.Author = SiteTexts.Name;
        document.Info.CreationDate = clock.GetLocalNow().DateTime;
        document.Language = language.Culture().Name;
        document.ViewerPreferences.DisplayDocTitle = true;

        using (var sheets = new PdfSheets(document, language.Culture().Name))
        {
            var writer = new ReportPdfWriter(sheets, report, words, site.Value);
            writer.Write();
            sheets.Finish(words);
        }

        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }
}
