using System.Globalization;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Conversations;

/// The whole product in one method: a turn comes in, its reply is saved with everything it changed, and given back.
public sealed class TurnHandler(
    TurnSessions sessions,
    ConversationGate gate,
    ConversationFeed feed,
    OutboxSignal outbox,
    MessageReader reader,
    Dialogue dialogue,
    Leading leading,
    DeskFeed desk,
    ILogger<TurnHandler> logger)
{
    private const int MaxAttempts = 5;

    /// The saved entry: for a message id seen before, the one saved then.
    public async Task<TranscriptEntry> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        using var pass = await gate.EnterAsync(turn.Conversation, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            await using var session = await sessions.OpenAsync(cancellation);
            var data = session.Data;
            if (attempt > 1 && await session.FindEntryAsync(turn, cancellation) is { } seen)
            {
                return seen;
            }

            var conversation = await session.FindConversationAsync(turn.Conversation, cancellation) ?? data.Begin(turn);
            CultureInfo.CurrentUICulture = conversation.State.Language.Culture();
            var message = reader.Read(turn.Input, conversation.State);

            await data.NoteHeardAsync(turn, conversation, cancellation);
            var context = new TurnContext(turn, message, conversation, data);
            if (!await leading.HearAsync(context, cancellation))
            {
                await dialogue.TakeTurnAsync(context, cancellation);
            }

            var entry = data.Append(context);

            try
            {
                await session.SaveAsync(cancellation);
            }
            catch (DbUpdateException raced) when (attempt < MaxAttempts && ProductContext.IsRace(raced))
            {
                logger.TurnRaced(conversation.Id, attempt);
                continue;
            }

            feed.Publish(entry);
            foreach (var handoff in data.Handoffs.Local)
            {
                desk.Changed(handoff.Id);
            }

            if (data.HasEffects)
            {
                outbox.Raise();
            }

            return entry;
        }
    }
}
