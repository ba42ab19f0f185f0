using System.Text;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// "Avez-vous été contacté ? Cela vous a-t-il été utile ?", by mail, once, ten days after a request was closed for good.
public sealed class FollowUps(IOptions<SiteOptions> site, TimeProvider clock)
{
    private static readonly TimeSpan After = TimeSpan.FromDays(10);

    /// Whoever gave no address is not written to.
    public void Plan(DeskCase step)
    {
        if (step.Handoff.Contact is { } contact && Contacts.IsEmail(contact))
        {
            step.Data.Enqueue(new DeskDeadline(DeadlineKind.FollowUp, step.Handoff.Id, step.Handoff.Round), step.Now + After, clock);
        }
    }

    /// Not where it was opened again since, nor where the firm had its data erased.
    public async Task<DeskOutcome> AskAsync(DeskCase step, int round, CancellationToken cancellation)
    {
        var handoff = step.Handoff;
        if (step.IsOpen || handoff.Round != round || handoff.Contact is not { } contact || !Contacts.IsEmail(contact)
            || await step.Data.HandoffFollowUps.AnyAsync(one => one.HandoffId == handoff.Id, cancellation))
        {
            return DeskOutcome.Done;
        }

        var asked = new HandoffFollowUp { HandoffId = handoff.Id, Token = Codes.NewToken(), AskedAt = step.Now };
        step.Data.HandoffFollowUps.Add(asked);
        step.Data.Enqueue(Write(asked, contact, handoff.Reference), clock);
        return DeskOutcome.Done;
    }

    private Email Write(HandoffFollowUp asked, string to, string reference)
    {
        var text = new StringBuilder().AppendLine(DeskTexts.FollowUpIntroduction).AppendLine();
        foreach (var (question, name) in new[] { (DeskTexts.FollowUpContacted, FollowUpEndpoints.Contacted), (DeskTexts.FollowUpUseful, FollowUpEndpoints.Useful) })
        {
            text.AppendLine(question);
            text.AppendLine(Written.Fill(DeskTexts.FollowUpYes, Address(name, "oui")));
            text.AppendLine(Written.Fill(DeskTexts.FollowUpNo, Address(name, "non"))).AppendLine();
        }

        return new Email(to, Written.Fill(DeskTexts.FollowUpSubject, reference), text.Append(DeskTexts.FollowUpEnd).ToString());

        Uri Address(string name, string answer) => site.Value.Address($"{FollowUpEndpoints.Path}/{asked.Token}?{name}={answer}");
    }
}
