using System.Text.Json;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Mail;

/// Puts a report in the outbox for one address. The outbox is also its memory: the same mail does not go twice within the
/// hour, and one report goes to a few addresses only, whichever replica, channel or form asks.
public sealed class ReportMails(IOptions<ReportOptions> options, IOptions<SiteOptions> site, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// Adds to the unit of work; the caller saves it.
    public async Task<MailOutcome> EnqueueAsync(
        ProductContext data, ReportContent report, string address, Language language, CancellationToken cancellation)
    {
        var email = ReportEmail.Write(report, address, language, site.Value);
        var since = clock.GetUtcNow() - Memory;
        // Only these mails say the language in the link: an expert's brief does not.
        var link = report.Path + "?lang=";
        var recent = await data.Outbox.AsNoTracking()
            .Where(message => message.Kind == OutboxKinds.Email && message.CreatedAt > since && message.Payload.Contains(link))
            .Select(message => message.Payload)
            .ToListAsync(cancellation);
        if (recent.Exists(payload => JsonSerializer.Deserialize(payload, OutboxJson.Default.Email) == email))
        {
            return MailOutcome.Accepted;
        }

        if (recent.Count >= options.Value.MailsPerHour)
        {
            return MailOutcome.TooMany;
        }

        data.Enqueue(email, clock);
        return MailOutcome.Accepted;
    }
}

public enum MailOutcome
{
    /// It is in the outbox, or was already.
    Accepted,

    Invalid,

    TooMany,
}
