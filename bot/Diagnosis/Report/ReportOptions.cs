using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

public sealed class ReportOptions
{
    /// How long a report can be read: half a year, the time to carry a plan out.
    [Range(1, 3650)]
    public int LifetimeDays { get; set; } = 180;

    /// How often one report may be sent by e-mail: a way to write to strangers must not be made of it. 0: never.
    [Range(0, 100)]
    public int MailsPerHour { get; set; } = 5;

    /// Under which licence PDFsharp is used: AGPL (its terms then hold for the whole site, which the EUPL allows), or the key of
    /// a commercial licence. Empty: reports are not offered as PDF.
    public string PdfSharpLicence { get; set; } = "AGPL";
}
