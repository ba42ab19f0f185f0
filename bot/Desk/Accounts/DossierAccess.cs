using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Lets a request of the page of a dossier through, or not, before anything of it is read; the journal has both.
internal sealed class DossierAccess(IDbContextFactory<ProductContext> contexts, DeskPeople people, Audit audit) : AuthorizationHandler<DossierAccess.Requirement>
{
    public const string Policy = "dossier";

    /// The part of the address that names the dossier.
    public const string RouteValue = "Reference";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (context.Resource is not HttpContext http
            || http.GetRouteValue(RouteValue) is not string reference
            || await people.FindAsync(context.User, http.RequestAborted) is not { } person)
        {
            return;
        }

        await using var data = await contexts.CreateDbContextAsync(http.RequestAborted);
        var handoff = await data.Handoffs.AsNoTracking().Where(one => one.Reference == reference)
            .Select(one => new
            {
                one.ExpertId,
                Team = data.Experts.Where(expert => expert.Id == one.ExpertId).Select(expert => expert.Organisation).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(http.RequestAborted);
        if (handoff is null)
        {
            // The page says that there is none.
            context.Succeed(requirement);
            return;
        }

        var may = DeskAccess.MayOpen(person, handoff.ExpertId, handoff.Team);
        await audit.WriteAsync(
            may ? AuditEvents.DossierOpened : AuditEvents.DossierDenied, person.Id, reference, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (may)
        {
            context.Succeed(requirement);
        }
    }

    internal sealed class Requirement : IAuthorizationRequirement;
}
