using System.Net;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CroissanceConnectee.Bot.Diagnoses;

public static class DiagnosisSetup
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services)
    {
        services.AddValidated<DiagnosisOptions>("Diagnosis");
        services.AddValidated<CompanyDirectoryOptions>("CompanyDirectory");
        services.AddSingleton<DiagnosisLibrary>();
        services.AddSingleton<DiagnosisEngine>();
        services.AddSingleton<CompanyLookUp>();
        services.AddSingleton<CodeGuard>();
        services.AddTopic<DiagnosisTopic>();
        services.AddTopic<ResumeTopic>();
        services.AddHostedService<DiagnosisStart>();
        services.AddCompanyDirectory();
        return services;
    }

    private static void AddCompanyDirectory(this IServiceCollection services) => services
        .AddHttpClient<CompanyDirectory>((provider, http) =>
        {
            var endpoint = provider.GetRequiredService<IOptions<CompanyDirectoryOptions>>().Value.Endpoint;
            http.BaseAddress = new Uri(endpoint.EndsWith('/') ? endpoint : endpoint + "/");
            http.MaxResponseContentBufferSize = 1024 * 1024;
        })
        .AddResilienceHandler("company-directory", (pipeline, context) =>
        {
            var patience = TimeSpan.FromSeconds(context.ServiceProvider.GetRequiredService<IOptions<CompanyDirectoryOptions>>().Value.Seconds);
            pipeline
                .AddTimeout(patience)
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 1,
                    Delay = TimeSpan.FromMilliseconds(100),
                    // "Too many requests" and the wait that goes with it: nobody waits that long in a conversation.
                    ShouldHandle = tried => ValueTask.FromResult(
                        HttpClientResiliencePredicates.IsTransient(tried.Outcome) && tried.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests),
                })
                .AddTimeout(patience / 2);
        });
}

/// Reads the data at start, so that a fault in it stops the host and not a conversation.
internal sealed class DiagnosisStart(DiagnosisLibrary library, ILogger<DiagnosisStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var newest = library.Newest;
        logger.VersionInUse(newest.Questionnaire.Version, newest.Questionnaire.Questions.Count, newest.Rules.Rules.Count);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
