using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// What waits at the desk and for how long, oldest request first whatever happened to it since.
public sealed class WaitingList(
    IDbContextFactory<ProductContext> contexts, HandoffRouting routing, RosterCodes codes, DeskClock desk, Presence presence, IOptions<DeskOptions> options, TimeProvider clock)
{
    private const int FewestMeasurements = 5;

    // Recent ones say more about today than all of them.
    private const int MostMeasurements = 50;

    private static readonly HandoffState[] Open = [HandoffState.Waiting, HandoffState.TakenCare];

    public async Task<IReadOnlyList<QueueRow>> ReadAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var rows = await data.Handoffs.AsNoTracking().Where(one => Open.Contains(one.State)).OrderBy(one => one.RequestedAt).ThenBy(one => one.Id)
            .Select(one => new { Handoff = one, Expert = data.Experts.FirstOrDefault(expert => expert.Id == one.ExpertId) })
            .ToListAsync(cancellation);
        return [.. rows.Select((row, at) => Row(row.Handoff, row.Expert, at + 1))];
    }

    /// "Pourquoi vous": why a request suits this expert; null where it does not.
    public async Task<string?> WhyAsync(Guid handoffId, Guid expert, Language language, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var handoff = await data.Handoffs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == handoffId, cancellation);
        var conversation = handoff is null ? null : await data.Conversations.AsNoTracking().Include(one => one.Diagnosis).SingleOrDefaultAsync(one => one.Id == handoff.ConversationId, cancellation);
        if (conversation is null)
        {
            return null;
        }

        var match = await routing.FindAsync(data, conversation, HandoffRouting.ChannelOf(handoff!.Contact), [], cancellation);
        return match.Matches.FirstOrDefault(one => one.Expert.Id == expert) is { } own ? new MatchWords(codes, language).Why(own) : null;
    }

    /// In minutes, from how long the last conversations took; null where too few were measured to say.
    public async Task<(int From, int To)?> WaitAsync(ProductContext data, int position, CancellationToken cancellation)
    {
        var measured = await data.Handoffs.AsNoTracking().Where(one => one.Live && one.TakenAt != null && one.ClosedAt != null)
            .OrderByDescending(one => one.ClosedAt).Take(MostMeasurements)
            .Select(one => new { one.TakenAt, one.ClosedAt })
            .ToListAsync(cancellation);
        if (measured.Count < FewestMeasurements)
        {
            return null;
        }

        var minutes = measured.Select(one => (one.ClosedAt!.Value - one.TakenAt!.Value).TotalMinutes).Order().ToList();
        var present = Math.Max(1, presence.Experts.Count);
        var (low, high) = (minutes[minutes.Count / 4], minutes[minutes.Count * 3 / 4]);
        return ((int)Math.Floor(low * (position - 1) / present), Math.Max(1, (int)Math.Ceiling(high * position / present)));
    }

    /// How long a firm waited, in working minutes. Whoever was taken care of waits no more.
    public (int Minutes, QueueColour Colour) WaitOf(Handoff handoff)
    {
        var waited = (int)desk.Hours.WorkingTimeBetween(handoff.RequestedAt, handoff.TakenAt ?? handoff.ClosedAt ?? clock.GetUtcNow()).TotalMinutes;
        var colour = waited >= options.Value.RedAfterMinutes ? QueueColour.Red : waited >= options.Value.AmberAfterMinutes ? QueueColour.Amber : QueueColour.Green;
        return (waited, colour);
    }

    /// What the requests of these rows are about, by conversation.
    public async Task<IReadOnlyDictionary<string, Need>> NeedsAsync(IReadOnlyCollection<QueueRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Handoff.ConversationId).Distinct().ToList();
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var conversations = await data.Conversations.AsNoTracking().Include(one => one.Diagnosis).Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
        return conversations.ToDictionary(one => one.Id, one => routing.NeedOf(one, ExpertChannel.Chat));
    }

    private QueueRow Row(Handoff handoff, Expert? expert, int place)
    {
        var (waited, colour) = WaitOf(handoff);
        return new QueueRow(handoff, expert, place, waited, colour);
    }
}

/// Place counts from 1, by when the firm asked. Expert: who has it, or whom it is offered to.
public sealed record QueueRow(Handoff Handoff, Expert? Expert, int Place, int WaitedMinutes, QueueColour Colour);

public enum QueueColour
{
    Green,
    Amber,
    Red,
}
