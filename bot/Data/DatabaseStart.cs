using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Data;

/// Brings the database to the present schema before anything is served.
public sealed class DatabaseStart(IDbContextFactory<ProductContext> contexts) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await data.Database.MigrateAsync(cancellationToken);

        // Readers do not wait for the writer. The mode is a property of the file and stays.
        await data.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
