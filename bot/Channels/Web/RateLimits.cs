using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CroissanceConnectee.Bot.Configuration;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web;

/// How often one address, one token and one conversation may ask, on the endpoints that say WithRateLimits.
public static class RateLimits
{
    private static readonly RateLimited Mark = new();

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddValidated<RateLimitOptions>("RateLimits");
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhenToComeBack;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                By(limits.Value.PerAddress, Address),
                By(limits.Value.SignInPerAddress, context => context.GetEndpoint()?.Metadata.GetMetadata<SignInTry>() is null ? null : Address(context)),
                By(limits.Value.PerToken, Token),
                By(limits.Value.PerConversation, Conversation));
        });
        return services;
    }

    public static TBuilder WithRateLimits<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Mark);

    /// For what tries a password, a code or a link.
    public static TBuilder WithSignInLimit<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Mark, new SignInTry());

    private static PartitionedRateLimiter<HttpContext> By(int perMinute, Func<HttpContext, string?> key) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            perMinute > 0 && context.GetEndpoint()?.Metadata.GetMetadata<RateLimited>() is not null && key(context) is { } partition
                ? RateLimitPartition.GetTokenBucketLimiter(partition, _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perMinute,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
                    // The partitioned limiter replenishes all of its buckets with one timer.
                    AutoReplenishment = false,
                })
                : RateLimitPartition.GetNoLimiter(""));

    /// An IPv6 subscriber has a whole /64 to choose addresses from: they count as one.
    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString(),
        { } address => address.MapToIPv4().ToString(),
        // A Unix socket: whoever sits behind it counts as one.
        null => "local",
    };

    private static string? Token(HttpContext context) => context.Request.Headers.Authorization is [{ Length: > 0 } credential] ? credential : null;

    private static string? Conversation(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) ? context.GetRouteValue("conversationId") as string : null;

    // In seconds, as HTTP has it. The official Direct Line client reads milliseconds, but only to delay its report of the
    // refusal: milliseconds here would gain nothing there, and would put off every other client for hours.
    private static ValueTask SayWhenToComeBack(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    private sealed class RateLimited;

    private sealed class SignInTry;
}
