using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// The stream of a conversation is its transcript, read from wherever the client has got to.
public sealed class Transcripts(IDbContextFactory<ProductContext> contexts, TurnSessions sessions)
{
    public const int PageSize = 100;

    private static readonly Func<ProductContext, string, CancellationToken, Task<int?>> Length =
        EF.CompileAsyncQuery((ProductContext data, string id, CancellationToken cancellation) => data.Conversations
            .Where(conversation => conversation.Id == id)
            .Select(conversation => (int?)conversation.EntryCount)
            .SingleOrDefault());

    /// Number of entries; null when there is no such conversation.
    public async Task<int?> CountAsync(ConversationKey conversation, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await Length(data, conversation.ToString(), cancellation);
    }

    /// At most a page of entries, from this one on.
    public async Task<IReadOnlyList<TranscriptEntry>> ReadAsync(ConversationKey conversation, int next, CancellationToken cancellation)
    {
        await using var session = await sessions.OpenAsync(cancellation);
        return await session.ReadEntriesAsync(conversation, next, PageSize, cancellation);
    }

    /// Opens a conversation in which nobody has arrived yet. Its first message will be greeted.
    public async Task BeginAsync(ConversationKey conversation, string? locale, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        data.Begin(TurnReader.Joined(conversation, locale, now)).LastTurnAt = now;
        try
        {
            await data.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException raced) when (ProductContext.IsRace(raced))
        {
            // Someone with the same token was faster, which is all the same.
        }
    }
}
