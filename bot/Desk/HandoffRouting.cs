using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// Who of the roster takes a firm that asks for a person: as the conversation and the diagnosis describe it, and as experts are now.
public sealed class HandoffRouting(RosterCodes codes, TimeProvider clock)
{
    private static readonly HandoffState[] Open = [HandoffState.Waiting, HandoffState.TakenCare];

    /// Those who had it and gave it up are asked no more.
    public async Task<MatchResult> FindAsync(
        ProductContext data, Conversation conversation, ExpertChannel channel, IReadOnlyCollection<Guid> except, CancellationToken cancellation)
    {
        var experts = await data.Experts.AsNoTracking().Where(expert => !except.Contains(expert.Id)).ToListAsync(cancellation);
        var given = await data.Handoffs.AsNoTracking()
            .Where(handoff => handoff.ExpertId != null)
            .GroupBy(handoff => handoff.ExpertId!.Value)
            .Select(all => new { Expert = all.Key, Load = all.Count(handoff => Open.Contains(handoff.State)), Last = all.Max(handoff => handoff.RequestedAt) })
            .ToDictionaryAsync(one => one.Expert, cancellation);
        return Matching.Find(
            NeedOf(conversation, channel),
            experts.Select(expert => given.TryGetValue(expert.Id, out var one) ? new Candidate(expert, one.Load, one.Last) : new Candidate(expert, 0, null)),
            Institutions.All);
    }

    public static ExpertChannel ChannelOf(string? contact) =>
        contact is null ? ExpertChannel.Chat : Contacts.IsEmail(contact) ? ExpertChannel.Written : ExpertChannel.Phone;

    public Need NeedOf(Conversation conversation, ExpertChannel channel) => new()
    {
        Theme = conversation.State.Theme,
        Markets = conversation.State.Markets,
        Sector = Chosen(conversation, codes.ActivityQuestion),
        Region = Chosen(conversation, codes.RegionQuestion),
        Language = conversation.State.Language.Code(),
        Channel = channel,
        Day = DateOnly.FromDateTime(ParisTime.Of(clock.GetUtcNow()).DateTime),
    };

    // What the firm told, or the public register.
    private static string? Chosen(Conversation conversation, string question) =>
        conversation.Diagnosis?.Progress.Answers.GetValueOrDefault(question) is { Choices: [var choice] } ? choice : null;
}
