using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Data;

/// How a turn is found, begun and written. Queries are compiled once: they run for every message.
public static class TurnRecords
{
    private static readonly Func<ProductContext, string, string, CancellationToken, Task<TranscriptEntry?>> Entry =
        EF.CompileAsyncQuery((ProductContext data, string conversation, string message, CancellationToken cancellation) =>
            data.Transcript.AsNoTracking().SingleOrDefault(entry => entry.ConversationId == conversation && entry.MessageId == message));

    private static readonly Func<ProductContext, string, CancellationToken, Task<Conversation?>> Existing =
        EF.CompileAsyncQuery((ProductContext data, string id, CancellationToken cancellation) =>
            data.Conversations.Include(conversation => conversation.Diagnosis).SingleOrDefault(conversation => conversation.Id == id));

    public static Task<TranscriptEntry?> FindEntryAsync(this ProductContext data, Turn turn, CancellationToken cancellation) =>
        Entry(data, turn.Conversation.ToString(), turn.MessageId, cancellation);

    public static Task<Conversation?> FindConversationAsync(this ProductContext data, ConversationKey key, CancellationToken cancellation) =>
        Existing(data, key.ToString(), cancellation);

    /// Null when nothing was said yet.
    public static Task<Reply?> FindLastReplyAsync(this ProductContext data, Conversation conversation, CancellationToken cancellation) =>
        data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == conversation.Id)
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => entry.Reply)
            .FirstOrDefaultAsync(cancellation);

    public static Conversation Begin(this ProductContext data, Turn turn)
    {
        var conversation = new Conversation
        {
            Id = turn.Conversation.ToString(),
            StartedAt = turn.At,
            State = ConversationState.New with { Language = Languages.FromTag(turn.Locale) },
        };
        data.Conversations.Add(conversation);
        return conversation;
    }

    public static TranscriptEntry Append(this ProductContext data, TurnContext turn)
    {
        var conversation = turn.Conversation;
        var entry = new TranscriptEntry
        {
            ConversationId = conversation.Id,
            Sequence = conversation.EntryCount,
            MessageId = turn.Turn.MessageId,
            At = turn.Turn.At,
            Text = turn.Turn.Input switch
            {
                Said said => said.Text,
                Chose chose => chose.Label,
                _ => null,
            },
            ChannelPayload = turn.Turn.ChannelPayload,
            Reply = new Reply([.. turn.Parts]) { Language = turn.State.Language },
        };
        conversation.EntryCount++;
        conversation.Version++;
        conversation.LastTurnAt = turn.Turn.At;
        data.Transcript.Add(entry);
        if (conversation.Diagnosis is { } diagnosis && data.Entry(diagnosis).State == EntityState.Modified)
        {
            diagnosis.Version++;
        }

        return entry;
    }
}
