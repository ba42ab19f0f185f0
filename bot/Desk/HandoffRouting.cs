using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// Who of the roster takes a firm that asks for a person: as the conversation and the diagnosis describe it, and as experts are now.
public sealed class HandoffRouting(RosterCodes codes, TimeProvider clock)
{
    private static readonly HandoffState[] Open = [HandoffState.Waiting, HandoffState.TakenCare];

    public async Task<MatchResult> FindAsync(TurnContext turn, string contact, CancellationToken cancellation)
    {
        var experts = await turn.Data.Experts.AsNoTracking().ToListAsync(cancellation);
        var given = await turn.Data.Handoffs.AsNoTracking()
            .Where(handoff => handoff.ExpertId != null)
            .GroupBy(handoff => handoff.ExpertId!.Value)
            .Select(all => new { Expert = all.Key, Load = all.Count(handoff => Open.Contains(handoff.State)), Last = all.Max(handoff => handoff.RequestedAt) })
            .ToDictionaryAsync(one => one.Expert, cancellation);
        return Matching.Find(
            NeedOf(turn, contact),
            experts.Select(expert => given.TryGetValue(expert.Id, out var one) ? new Candidate(expert, one.Load, one.Last) : new Candidate(expert, 0, null)),
            Institutions.All);
    }

    private Need NeedOf(TurnContext turn, string contact) => new()
    {
        Theme = turn.State.Theme,
        Markets = turn.State.Markets,
        Sector = Chosen(turn, codes.ActivityQuestion),
        Region = Chosen(turn, codes.RegionQuestion),
        Language = turn.State.Language.Code(),
        Channel = Contacts.IsEmail(contact) ? ExpertChannel.Written : ExpertChannel.Phone,
        Day = DateOnly.FromDateTime(ParisTime.Of(clock.GetUtcNow()).DateTime),
    };

    // What the firm told, or the public register.
    private static string? Chosen(TurnContext turn, string question) =>
        turn.Conversation.Diagnosis?.Progress.Answers.GetValueOrDefault(question) is { Choices: [var choice] } ? choice : null;
}
