using System.Net;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Writes the journal of the desk, each entry saved before what it tells of goes on.
public sealed class Audit(IDbContextFactory<ProductContext> contexts, TimeProvider clock)
{
    public async Task WriteAsync(string what, Guid? actor, string subject, IPAddress? address, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        data.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), ActorId = actor, What = what, Subject = subject, Address = address?.ToString() });
        await data.SaveChangesAsync(cancellation);
    }
}
