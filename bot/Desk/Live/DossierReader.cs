using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Diagnoses.Report;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// Reads a dossier as it is now. Whether somebody may read it is asked before.
public sealed class DossierReader(IDbContextFactory<ProductContext> contexts, HandoffRouting routing, WaitingList queue, Reports reports, DiagnosisEngine diagnoses)
{
    // A page of more is slow to show, and nobody reads it to its beginning.
    public const int MostEntries = 200;

    public async Task<Dossier?> ReadAsync(string reference, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var handoff = await data.Handoffs.AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference, cancellation);
        if (handoff is null)
        {
            return null;
        }

        var conversation = await data.Conversations.AsNoTracking().Include(one => one.Diagnosis).SingleAsync(one => one.Id == handoff.ConversationId, cancellation);
        var transcript = await data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == handoff.ConversationId)
            .OrderByDescending(entry => entry.Sequence)
            .Take(MostEntries + 1)
            .ToListAsync(cancellation);
        var events = await data.HandoffEvents.AsNoTracking().Where(one => one.HandoffId == handoff.Id).ToListAsync(cancellation);
        var people = events.Select(one => one.ExpertId).OfType<Guid>().ToHashSet();
        var diagnosis = conversation.Diagnosis ?? await data.Diagnoses.AsNoTracking().SingleOrDefaultAsync(one => one.Id == handoff.DiagnosisId, cancellation);
        var (waited, colour) = queue.WaitOf(handoff);
        return new Dossier
        {
            Handoff = handoff,
            Expert = await data.Experts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == handoff.ExpertId, cancellation),
            Leader = conversation.State.Holder,
            Language = conversation.State.Language,
            Need = routing.NeedOf(conversation, HandoffRouting.ChannelOf(handoff.Contact)),
            WaitedMinutes = waited,
            Colour = colour,
            Transcript = [.. transcript.Take(MostEntries).OrderBy(entry => entry.Sequence)],
            IsCut = transcript.Count > MostEntries,
            Events = [.. events.OrderByDescending(one => one.At).ThenByDescending(one => one.Id)],
            Names = await data.Experts.Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation),
            Report = diagnosis is null ? null : await reports.FindAsync(data, diagnosis.ReportToken, cancellation),
            NextQuestion = diagnosis is null ? null : diagnoses.Next(diagnosis),
        };
    }

    /// Whom a request can be passed on to.
    public async Task<IReadOnlyList<Expert>> ColleaguesAsync(Guid except, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await data.Experts.AsNoTracking().Where(one => one.Active && one.Id != except).OrderBy(one => one.Name).ToListAsync(cancellation);
    }
}
