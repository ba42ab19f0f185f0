using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Data;

/// Database contexts for turns, each with its connection left open and its statements prepared, lent to one turn at a time.
/// The contexts of the factory open a connection around every query, which for SQLite means defining forty functions on it.
public sealed class TurnSessions(DbContextOptions<ProductContext> options, SqliteWriteGate gate) : IDisposable
{
    private readonly ConcurrentBag<TurnSession> _idle = [];
    private volatile bool _closed;

    internal SqliteWriteGate Gate { get; } = gate;

    public async ValueTask<TurnSession> OpenAsync(CancellationToken cancellation)
    {
        if (_idle.TryTake(out var session))
        {
            return session;
        }

        session = new TurnSession(new ProductContext(options), this);
        try
        {
            await session.Data.Database.OpenConnectionAsync(cancellation);
            return session;
        }
        catch
        {
            await session.Data.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        CloseIdle();
    }

    /// Those lent are closed when they come back, if the host is stopping; otherwise they stay.
    public void CloseIdle()
    {
        while (_idle.TryTake(out var session))
        {
            session.Close();
        }
    }

    internal void TakeBack(TurnSession session)
    {
        session.Data.ChangeTracker.Clear();
        _idle.Add(session);
        if (_closed)
        {
            Dispose();
        }
    }
}
