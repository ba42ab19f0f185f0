using System.Text.Json;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// Takes a request from whoever keeps silent. Carried out twice, it happens once.
public sealed class DeskDeadlines(IDbContextFactory<ProductContext> contexts, DeskWork work, Offering offering, Leading leading, FollowUps followUps) : IDelivery
{
    public string Kind => OutboxKinds.DeskDeadline;

    public async Task<OutboxState> DeliverAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var deadline = JsonSerializer.Deserialize(message.Payload, OutboxJson.Default.DeskDeadline)!;
        await (deadline.Kind switch
        {
            DeadlineKind.Take => NotTakenAsync(deadline, cancellation),
            DeadlineKind.Reply => NotAnsweredAsync(deadline, cancellation),
            DeadlineKind.FollowUp => work.RunAsync(deadline.Subject, null, null, step => followUps.AskAsync(step, deadline.Mark, cancellation), cancellation),
            _ => LeftAsync(deadline.Subject, cancellation),
        });
        return OutboxState.Done;
    }

    private Task<DeskOutcome> NotTakenAsync(DeskDeadline deadline, CancellationToken cancellation) => work.RunAsync(deadline.Subject, null, null, step =>
        step.Handoff.State == HandoffState.Waiting && step.Handoff.Round == deadline.Mark
            ? PassOnAsync(step, HandoffEventKind.Expired, cancellation)
            : Task.FromResult(DeskOutcome.Done), cancellation);

    private Task<DeskOutcome> NotAnsweredAsync(DeskDeadline deadline, CancellationToken cancellation) => work.RunAsync(deadline.Subject, null, null, step =>
        step.IsLed && step.Turn.State.Holder!.Awaited == deadline.Mark
            ? PassOnAsync(step, HandoffEventKind.FellSilent, cancellation)
            : Task.FromResult(DeskOutcome.Done), cancellation);

    private async Task LeftAsync(Guid expert, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var held = await data.Handoffs
            .Where(one => one.ExpertId == expert && (one.State == HandoffState.Waiting || one.State == HandoffState.TakenCare))
            .OrderBy(one => one.RequestedAt)
            .Select(one => one.Id)
            .ToListAsync(cancellation);
        foreach (var handoff in held)
        {
            // Whoever came back in the meantime keeps what is theirs.
            await work.RunAsync(handoff, expert, null, step => step.Handoff.ExpertId == expert && step.Expert is null && step.IsOpen
                ? PassOnAsync(step, HandoffEventKind.Left, cancellation)
                : Task.FromResult(DeskOutcome.Done), cancellation);
        }
    }

    private async Task<DeskOutcome> PassOnAsync(DeskCase step, HandoffEventKind why, CancellationToken cancellation)
    {
        var from = step.Handoff.ExpertId;
        step.Note(why, from);
        if (step.IsLed)
        {
            leading.EndIfLed(step, DeskTexts.PersonIsSilent);
        }
        else if (step.Handoff.State == HandoffState.TakenCare)
        {
            step.Turn.Say(DeskTexts.PersonHasLeft);
        }

        await offering.ToNextAsync(step, from, cancellation);
        return DeskOutcome.Done;
    }
}
