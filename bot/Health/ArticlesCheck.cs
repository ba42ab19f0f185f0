using CroissanceConnectee.Knowledge;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CroissanceConnectee.Bot.Health;

/// Whether there are articles to answer from. One that is broken is left out, which is no reason to send people elsewhere.
public sealed class ArticlesCheck(KnowledgeBase knowledge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var served = knowledge.Articles.Count;
        var leftOut = knowledge.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).DistinctBy(problem => problem.File).Count();
        var data = new Dictionary<string, object> { ["articles"] = served, ["leftOut"] = leftOut };
        return Task.FromResult(served == 0 ? HealthCheckResult.Unhealthy("There is no article to answer from", data: data)
            : leftOut > 0 ? HealthCheckResult.Degraded("Articles are left out because they are broken", data: data)
            : HealthCheckResult.Healthy(data: data));
    }
}
