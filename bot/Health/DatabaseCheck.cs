using System.Data.Common;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CroissanceConnectee.Bot.Health;

/// Whether the database can be written: a statement that needs the right and the lock to write, and changes no row.
public sealed class DatabaseCheck(IDbContextFactory<ProductContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var data = await contexts.CreateDbContextAsync(cancellationToken);
            data.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
            await data.Outbox
                .Where(message => message.Id == Guid.Empty)
                .ExecuteUpdateAsync(message => message.SetProperty(m => m.Attempts, m => m.Attempts), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException unwritable)
        {
            return HealthCheckResult.Unhealthy("The database cannot be written", unwritable);
        }
    }
}
