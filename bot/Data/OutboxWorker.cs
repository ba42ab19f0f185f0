using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Data;

/// Carries effects out after the turn that decided them, and tries again, ever more slowly, until they work.
public sealed class OutboxWorker(
    IDbContextFactory<ProductContext> contexts,
    OutboxSignal signal,
    IEnumerable<IDelivery> deliveries,
    TimeProvider clock,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    // 30 s, 1 min, 2 min … at most 6 h: the twelfth try comes about a day after the first.
    private const int MaxAttempts = 12;
    private const int BatchSize = 20;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);
    private static readonly TimeSpan RegularLook = TimeSpan.FromSeconds(15);

    /// How long a message that was taken is left alone: longer than a delivery may last.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IDelivery> _deliveries = deliveries.ToDictionary(delivery => delivery.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverDueAsync(stoppingToken);
                await signal.WaitAsync(RegularLook, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException)
            {
                // The database is away: the messages are safe in it, and the next look finds them.
                logger.OutboxUnreadable(failure);
                await Task.Delay(RegularLook, clock, stoppingToken);
            }
        }
    }

    private async Task DeliverDueAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await using var data = await contexts.CreateDbContextAsync(cancellation);
            var now = clock.GetUtcNow();
            var due = await data.Outbox
                .Where(message => message.State == OutboxState.Waiting && message.DueAt <= now)
                .OrderBy(message => message.DueAt)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            foreach (var message in due)
            {
                await DeliverAsync(data, message, cancellation);
            }

            if (due.Count < BatchSize)
            {
                return;
            }
        }
    }

    private async Task DeliverAsync(ProductContext data, OutboxMessage message, CancellationToken cancellation)
    {
        if (!await TakeAsync(data, message, cancellation))
        {
            return;
        }

        try
        {
            message.State = await _deliveries[message.Kind].DeliverAsync(message, cancellation);
            message.DoneAt = clock.GetUtcNow();
            message.LastError = null;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Whatever is wrong with one message is written down with it and must not hold up the others.
            logger.DeliveryFailed(message.Id, message.Attempts, failure.GetType().Name);
            message.LastError = failure.Message;
            message.State = message.Attempts >= MaxAttempts || failure is UndeliverableException ? OutboxState.GivenUp : OutboxState.Waiting;
            message.DueAt = clock.GetUtcNow() + Delay(message.Attempts);
        }

        await data.SaveChangesAsync(CancellationToken.None);
    }

    /// False when another worker was faster.
    private async Task<bool> TakeAsync(ProductContext data, OutboxMessage message, CancellationToken cancellation)
    {
        message.Attempts++;
        message.DueAt = clock.GetUtcNow() + Lease;
        try
        {
            await data.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            data.Entry(message).State = EntityState.Detached;
            return false;
        }
    }

    private static TimeSpan Delay(int attempts)
    {
        var delay = TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(attempts - 1, 20)));
        // Spread, so that what failed together does not come back together.
        return delay * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }
}
