using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// A page that stays open asks for no other page: its session is checked as often as one that does, and ends as soon.
internal sealed class CircuitSessions(ILoggerFactory logs, IServiceScopeFactory scopes, TimeProvider clock) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => DeskSessions.CheckEvery;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (DeskSessions.IsOver(authenticationState.User, clock.GetUtcNow()))
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<DeskUser>>().ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
