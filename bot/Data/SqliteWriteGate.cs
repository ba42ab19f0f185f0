using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CroissanceConnectee.Bot.Data;

/// SQLite has one writer at a time, and a second one polls for its turn in steps of 150 ms. Queueing here instead keeps the
/// wait as short as the transaction before it. Also sets, on each connection, that a commit survives a killed process
/// without waiting for the disk (a power cut may lose the last commits, never the consistency of the file).
public sealed class SqliteWriteGate : ISaveChangesInterceptor, IDbConnectionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly ConditionalWeakTable<sqlite3, object> _tuned = [];

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await _writer.WaitAsync(cancellationToken);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        _writer.Release();
        return ValueTask.FromResult(result);
    }

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        _writer.Release();
        return Task.CompletedTask;
    }

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        _writer.Release();
        return Task.CompletedTask;
    }

    public async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // The handle comes from a pool and keeps its settings.
        if (!_tuned.TryAdd(((SqliteConnection)connection).Handle!, this))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=NORMAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void Dispose() => _writer.Dispose();
}
