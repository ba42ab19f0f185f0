using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

public static class DirectLineSetup
{
    private const string CorsPolicy = "direct-line";

    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddValidated<DirectLineOptions>("DirectLine");
        services.AddDataProtection().SetApplicationName("croissance-connectee");
        services.AddOptions<KeyManagementOptions>().Configure<StorageFolder, ILoggerFactory>((keys, storage, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(storage.Keys), logs));
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, options) =>
            cors.AddPolicy(CorsPolicy, policy => policy
                .WithOrigins([.. options.Value.TrustedOrigins])
                .WithMethods(HttpMethods.Get, HttpMethods.Post)
                .WithHeaders("Authorization", "Content-Type", "X-Requested-With", "x-ms-bot-agent")
                .WithExposedHeaders("Retry-After")
                // The client asks for its session id with credentials.
                .AllowCredentials()
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.AddSingleton(TokenKey.From);
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<Transcripts>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<StreamSender>();
        return services;
    }

    public static void MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSiteChat();

        var group = endpoints.MapGroup("/v3/directline")
            .RequireCors(CorsPolicy)
            .WithRateLimits()
            .AddEndpointFilter<RouteGroupBuilder, DirectLineAccess>();
        group.MapTokens();
        group.MapConversations();
        group.MapActivities();
        group.MapStream();
    }
}
