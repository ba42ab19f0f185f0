using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Data;

/// How a turn begins and what it leaves.
public static class TurnRecords
{
    /// Null when nothing was said yet.
    public static Task<Reply?> FindLastReplyAsync(this ProductContext data, Conversation conversation, CancellationToken cancellation) =>
        data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == conversation.Id)
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => entry.Reply)
            .FirstOrDefaultAsync(cancellation);

    /// The history holds what was played, not what would have been.
    public static async Task NoteHeardAsync(this ProductContext data, Turn turn, Conversation conversation, CancellationToken cancellation)
    {
        if (turn.Heard is null)
        {
            return;
        }

        var last = conversation.EntryCount - 1;
        if (await data.Transcript.SingleOrDefaultAsync(entry => entry.ConversationId == conversation.Id && entry.Sequence == last, cancellation) is { } cut)
        {
            cut.Heard = turn.Heard;
        }
    }

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

    public static TranscriptEntry Append(this ProductContext data, TurnContext turn, string? author = null)
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
            Author = author,
            Reply = new Reply([.. turn.Parts]) { Language = turn.State.Language, Misses = turn.State.Misses },
        };
        if (author is null)
        {
            // What a person throws in leaves the bot's question as it was.
            conversation.State = conversation.State with { Offered = turn.Parts.OfType<Ask>().LastOrDefault()?.Choices ?? [] };
        }

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
