using System.Security.Claims;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Tells who is signed in. Read afresh, since the roster changes while people work; a removed account is nobody.
public sealed class DeskPeople(IDbContextFactory<ProductContext> contexts)
{
    public static Guid? IdOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public async Task<DeskPerson?> FindAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.Identity?.IsAuthenticated != true || IdOf(user) is not { } id)
        {
            return null;
        }

        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var found = await data.Users.AsNoTracking().Where(account => account.Id == id && account.DisabledAt == null)
            .Select(account => new
            {
                account.Name,
                account.Role,
                account.ExpertId,
                Team = data.Experts.Where(expert => expert.Id == account.ExpertId).Select(expert => expert.Organisation).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : new DeskPerson(id, found.Name, found.Role, found.ExpertId, found.Team);
    }
}
