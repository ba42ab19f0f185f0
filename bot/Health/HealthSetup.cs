using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CroissanceConnectee.Bot.Health;

public static class HealthSetup
{
    private const string Ready = "ready";

    // A probe asks every few seconds: a locked database must not pile its questions up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready], timeout: Patience);
        return services;
    }

    /// Live: the process answers (if not, start it again). Ready: it can also do its work (if not, send people elsewhere).
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
