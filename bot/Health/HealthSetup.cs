using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CroissanceConnectee.Bot.Health;

public static class HealthSetup
{
    private const string Ready = "ready";

    // A probe asks every few seconds: a locked database must not pile its questions up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready], timeout: Patience)
            .AddCheck<ArticlesCheck>("articles", tags: [Ready]);
        return services;
    }

    /// Live: the process answers (if not, start it again). Ready: it can also do its work (if not, send people elsewhere).
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    /// {"status":"Degraded","checks":{"articles":{"status":"Degraded","articles":204,"leftOut":1},…}}: figures only, no message of an exception.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => new Dictionary<string, object>(entry.Value.Data) { ["status"] = entry.Value.Status.ToString() }),
    });
}
