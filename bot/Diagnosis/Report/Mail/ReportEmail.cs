using System.Text;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Mail;

/// What the firm receives: readable without opening anything, with the way back to its report.
public static class ReportEmail
{
    public static Email Write(ReportContent report, string address, Language language, SiteOptions site)
    {
        var words = new ReportWords(language);
        var lang = "?lang=" + language.Code();
        var text = new StringBuilder()
            .AppendLine(words.Say(nameof(ReportTexts.MailHello)))
            .AppendLine()
            .AppendLine(words.Say(nameof(ReportTexts.MailIntro), words.Date(report.Date)));
        if (!report.Finished)
        {
            text.Append(words.Say(nameof(ReportTexts.UnfinishedTitle))).Append(". ").AppendLine(words.Say(nameof(ReportTexts.QuestionsLeft), report.QuestionsLeft));
        }

        text.AppendLine()
            .AppendLine(PlanText.Write(report, language))
            .AppendLine(words.Say(nameof(ReportTexts.MailReport)))
            .AppendLine(site.Address(report.Path + lang).AbsoluteUri);
        if (report.PdfPath is { } pdf)
        {
            text.AppendLine(words.Say(nameof(ReportTexts.MailPdf))).AppendLine(site.Address(pdf + lang).AbsoluteUri);
        }

        text.AppendLine()
            .AppendLine(words.Say(nameof(ReportTexts.MailCode), report.ResumeCode))
            .AppendLine(words.Say(nameof(ReportTexts.KeptUntil), words.Date(report.KeptUntil)))
            .AppendLine()
            .AppendLine(words.Say(nameof(ReportTexts.Worth1)))
            .AppendLine(words.Say(nameof(ReportTexts.Worth3)))
            .AppendLine()
            .AppendLine(words.Say(nameof(ReportTexts.MailWhy)));
        return new Email(address, words.Say(nameof(ReportTexts.MailSubject)), text.ToString());
    }
}
