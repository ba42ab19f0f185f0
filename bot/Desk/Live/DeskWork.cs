using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// Runs what the desk does through the same gate and the same row version as the turns of the firm: either order, one result.
public sealed class DeskWork(
    TurnSessions sessions,
    IDbContextFactory<ProductContext> contexts,
    ConversationGate gate,
    ConversationFeed entries,
    DeskFeed feed,
    OutboxSignal outbox,
    TimeProvider clock,
    ILogger<DeskWork> logger)
{
    private const int MaxAttempts = 5;

    /// A message id that was saved before is done, and done once.
    public async Task<DeskOutcome> RunAsync(
        Guid handoffId, Guid? expertId, string? messageId, Func<DeskCase, Task<DeskOutcome>> decide, CancellationToken cancellation)
    {
        if (await ConversationOfAsync(handoffId, cancellation) is not { } key)
        {
            return new DeskOutcome(DeskResult.UnknownHandoff);
        }

        var id = messageId is null ? $"desk:{Guid.NewGuid():N}" : $"desk:{expertId:N}:{messageId}";
        using var pass = await gate.EnterAsync(key, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            await using var session = await sessions.OpenAsync(cancellation);
            var data = session.Data;
            var turn = new Turn(key, id, new Joined(), clock.GetUtcNow());
            if (messageId is not null && await session.FindEntryAsync(turn, cancellation) is not null)
            {
                return DeskOutcome.Done;
            }

            var conversation = await session.FindConversationAsync(key, cancellation);
            var handoff = await data.Handoffs.SingleOrDefaultAsync(one => one.Id == handoffId, cancellation);
            if (conversation is null || handoff is null)
            {
                return new DeskOutcome(DeskResult.UnknownHandoff);
            }

            CultureInfo.CurrentUICulture = conversation.State.Language.Culture();
            var expert = await data.Experts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == expertId && one.Active, cancellation);
            var step = new DeskCase(new TurnContext(turn, Message.Empty, conversation, data), handoff, expert, turn.At);
            var outcome = await decide(step);
            if (!outcome.IsDone || (step.Turn.Parts.Count == 0 && !data.ChangeTracker.HasChanges()))
            {
                return outcome;
            }

            handoff.Version++;
            var entry = step.Turn.Parts.Count > 0 && step.CanBeWrittenTo ? data.Append(step.Turn, step.Author) : null;
            conversation.Version += entry is null ? 1 : 0;
            try
            {
                await session.SaveAsync(cancellation);
            }
            catch (DbUpdateException raced) when (attempt < MaxAttempts && ProductContext.IsRace(raced))
            {
                logger.StepRaced(handoffId, attempt);
                continue;
            }

            if (entry is not null)
            {
                entries.Publish(entry);
            }

            if (data.HasEffects)
            {
                outbox.Raise();
            }

            feed.Changed(handoffId);
            return outcome;
        }
    }

    private async Task<ConversationKey?> ConversationOfAsync(Guid handoff, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var id = await data.Handoffs.Where(one => one.Id == handoff).Select(one => one.ConversationId).SingleOrDefaultAsync(cancellation);
        return id?.Split('/', 2) is [var channel, var own] ? new ConversationKey(channel, own) : null;
    }
}
