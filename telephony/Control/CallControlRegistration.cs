using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Polly;
using Polly.Retry;

namespace CroissanceConnectee.Telephony;

internal static class CallControlRegistration
{
    // Longer waits belong to whoever keeps the request: an outbox, not a caller on the line.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public static void AddCallControl(this IServiceCollection services)
    {
        services.TryAddTransient<ICallControl, CallControl>();
        services.AddHttpClient<ApiClient>(http =>
            {
                // All tries together, and the reading of the answer, which the limit of one try does not cover.
                http.Timeout = TimeSpan.FromSeconds(20);
                // Lists of calls and messages; more than that is not an answer.
                http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
            })
            // Credentials go to the provider's own address only.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(3) })
            .AddResilienceHandler("telephony", (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
                pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = 3,
                    Delay = TimeSpan.FromMilliseconds(200),
                    MaxDelay = LongestWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = attempt => new(ShouldRetry(attempt.Outcome, attempt.Context)),
                    DelayGenerator = attempt => new(attempt.Outcome.Result?.Headers.RetryAfter?.Delta),
                });
                pipeline.AddTimeout(TimeSpan.FromSeconds(5));
            });
    }

    private static bool ShouldRetry(Polly.Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        if (outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests } full)
        {
            // Never processed, so safe for anything.
            return full.Headers.RetryAfter?.Delta is not { } after || after <= LongestWait;
        }

        var repeatable = context.GetRequestMessage()?.Options.TryGetValue(ApiClient.Repeatable, out var safe) is true && safe;
        return repeatable && (outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError }
            || outcome.Exception is HttpRequestException or Polly.Timeout.TimeoutRejectedException);
    }
}
