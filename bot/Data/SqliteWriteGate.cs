using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CroissanceConnectee.Bot.Data;

/// SQLite has one writer at a time, and a second one polls for its turn in steps of 150 ms. Queueing here instead keeps the
/// wait as short as the transaction before it. The gate is held from the beginning of a transaction to its end, however it
/// ends: a failed save rolls back without saying so to interceptors of transactions, only to those of saves.
public sealed class SqliteWriteGate : DbTransactionInterceptor, ISaveChangesInterceptor, IDbConnectionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly ConditionalWeakTable<sqlite3, object> _tuned = [];
    private DbContext? _holder;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await _writer.WaitAsync(cancellationToken);
        _holder = eventData.Context;
        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Leave(eventData.Context);

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Leave(eventData.Context);

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => Leave(eventData.Context);

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => Leave(eventData.Context);

    /// A commit survives a killed process without waiting for the disk: a power cut may lose the last ones, never the
    /// consistency of the file.
    public async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // The handle comes from a pool and keeps its settings.
        if (!_tuned.TryAdd(((SqliteConnection)connection).Handle!, this))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=8000";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void Dispose() => _writer.Dispose();

    /// Also for a transaction that could not begin, which no interceptor hears of.
    public Task Leave(DbContext? context)
    {
        if (context is not null && Interlocked.CompareExchange(ref _holder, null, context) == context)
        {
            _writer.Release();
        }

        return Task.CompletedTask;
    }
}
