using System.Net;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk.Pages;

/// Whoever sits before a page that stays open. At every step it is asked afresh who that is and what is allowed; the journal has each.
public sealed class DeskSeat(AuthenticationStateProvider session, DeskPeople people, IDbContextFactory<ProductContext> contexts, Audit audit)
{
    public async Task<DeskPerson?> WhoAsync() => await people.FindAsync((await session.GetAuthenticationStateAsync()).User, CancellationToken.None);

    /// What is set about is carried through, even if the page is closed meanwhile.
    public async Task<DeskOutcome> ActAsync(Guid handoffId, string what, string? address, Func<Guid, Task<DeskOutcome>> act)
    {
        await using var data = await contexts.CreateDbContextAsync();
        var found = await data.Handoffs.AsNoTracking().Where(one => one.Id == handoffId)
            .Select(one => new { one.Reference, one.State, one.ExpertId, Expert = data.Experts.FirstOrDefault(expert => expert.Id == one.ExpertId) })
            .FirstOrDefaultAsync();
        if (found is null || await WhoAsync() is not { } person)
        {
            return new DeskOutcome(DeskResult.NotYours);
        }

        var may = DeskAccess.MayOpen(person, found.ExpertId, found.Expert?.Organisation);
        await audit.WriteAsync(
            may ? what : AuditEvents.DossierDenied, person.Id, found.Reference, IPAddress.TryParse(address, out var from) ? from : null, CancellationToken.None);
        return (may, person.ExpertId) switch
        {
            (false, _) => new DeskOutcome(found.State == HandoffState.TakenCare ? DeskResult.TakenByAnother : DeskResult.NotYours, found.Expert?.Name),
            (_, null) => new DeskOutcome(DeskResult.UnknownExpert),
            (_, { } expert) => await act(expert),
        };
    }
}
