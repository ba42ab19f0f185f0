using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses.Report.Mail;
using CroissanceConnectee.Bot.Diagnoses.Report.Pdf;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

public static class ReportSetup
{
    public static IServiceCollection AddReport(this IServiceCollection services)
    {
        services.AddValidated<ReportOptions>("Report");
        services.AddOptions<ReportOptions>().PostConfigure(options => PdfLicence.Load(options.PdfSharpLicence));
        services.AddValidated<SiteOptions>("Site");
        services.AddOptions<SiteOptions>().Validate<IOptions<MailOptions>>(
            (site, mail) => site.PublicUrl.Length > 0 || mail.Value.Host.Length == 0,
            "Site:PublicUrl is empty: mails sent through Mail:Host would link to localhost.");
        services.AddSingleton<Reports>();
        services.AddSingleton<ReportPdf>();
        services.AddSingleton<ReportMails>();
        services.AddTopic<ReportEmailTopic>();
        return services;
    }
}
