using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace CroissanceConnectee.Bot.Data;

/// What a turn reads and writes. The three rows that every turn touches go through prepared statements; whatever else a topic
/// changes is saved by Entity Framework, and then everything is. Either way one transaction, all or nothing.
public sealed class TurnSession : IAsyncDisposable
{
    private readonly TurnSessions _home;
    private readonly TurnStatements _statements;
    private bool _broken;

    internal TurnSession(ProductContext data, TurnSessions home)
    {
        (Data, _home) = (data, home);
        _statements = new TurnStatements(data);
    }

    public ProductContext Data { get; }

    public Task<TranscriptEntry?> FindEntryAsync(Turn turn, CancellationToken cancellation) =>
        Guarded(() => _statements.FindEntryAsync(turn.Conversation.ToString(), turn.MessageId, cancellation));

    /// At most this many entries, from this one on.
    public Task<IReadOnlyList<TranscriptEntry>> ReadEntriesAsync(ConversationKey conversation, int next, int most, CancellationToken cancellation) =>
        Guarded(() => _statements.ReadEntriesAsync(conversation.ToString(), next, most, cancellation));

    /// With its diagnosis, both watched for changes.
    public async Task<Conversation?> FindConversationAsync(ConversationKey key, CancellationToken cancellation)
    {
        var found = await Guarded(() => _statements.FindConversationAsync(key.ToString(), cancellation));
        if (found is not null)
        {
            Data.Attach(found);
        }

        return found;
    }

    /// Fails with DbUpdateException, as Entity Framework does, when another turn was faster.
    public Task SaveAsync(CancellationToken cancellation) => Guarded(async () =>
    {
        Data.ChangeTracker.DetectChanges();
        var changes = Data.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        if (changes.TrueForAll(change => change is
        { Entity: Conversation or Diagnosis, State: EntityState.Added or EntityState.Modified } or { Entity: TranscriptEntry, State: EntityState.Added }))
        {
            await WriteAsync(changes, cancellation);
        }
        else
        {
            await Data.SaveChangesAsync(cancellation);
        }

        return true;
    });

    public ValueTask DisposeAsync()
    {
        if (_broken)
        {
            return Data.DisposeAsync();
        }

        _home.TakeBack(this);
        return ValueTask.CompletedTask;
    }

    internal void Close() => Data.Dispose();

    private async Task WriteAsync(List<EntityEntry> changes, CancellationToken cancellation)
    {
        await using var transaction = await BeginAsync(cancellation);
        try
        {
            // In the order of their foreign keys.
            foreach (var change in changes.OrderBy(change => change.Entity is Diagnosis ? 0 : change.Entity is Conversation ? 1 : 2))
            {
                Expect(await WriteAsync(change, cancellation));
            }
        }
        catch (Exception failed)
        {
            // Tells the interceptors, which leaving the transaction alone does not.
            await transaction.RollbackAsync(CancellationToken.None);
            if (failed is SqliteException)
            {
                throw new DbUpdateException("The turn could not be written.", failed);
            }

            throw;
        }

        await transaction.CommitAsync(cancellation);
    }

    private Task<int> WriteAsync(EntityEntry change, CancellationToken cancellation) => change.Entity switch
    {
        Diagnosis diagnosis => _statements.WriteAsync(diagnosis, isNew: change.State == EntityState.Added, cancellation),
        Conversation conversation => _statements.WriteAsync(conversation, isNew: change.State == EntityState.Added, cancellation),
        TranscriptEntry entry => _statements.InsertAsync(entry, cancellation),
        var other => throw new InvalidOperationException($"No statement for {other.GetType().Name}."),
    };

    private async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellation)
    {
        try
        {
            return await Data.Database.BeginTransactionAsync(cancellation);
        }
        catch
        {
            await _home.Gate.Leave(Data);
            throw;
        }
    }

    private static void Expect(int rows)
    {
        if (rows != 1)
        {
            throw new DbUpdateConcurrencyException("The row was changed by another turn.");
        }
    }

    // After a failure the connection is not lent again, whatever state it is in.
    private async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch
        {
            _broken = true;
            throw;
        }
    }
}
