using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CroissanceConnectee.Telephony;

public static class TelephonyRegistration
{
    /// <summary>
    /// Registers the line and <see cref="ICallControl"/>. The host binds <see cref="TelephonyOptions"/>, registers its
    /// <see cref="ICallHandler"/>, and maps the line with <see cref="TelephonyEndpoints.MapTelephony"/> after `UseWebSockets`.
    /// </summary>
    public static IServiceCollection AddTelephony(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(TurnRunner)))
        {
            return services;
        }

        services.AddOptions<TelephonyOptions>().ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<Line>();
        services.TryAddSingleton<RelayMemory>();
        services.TryAddSingleton<RelaySessions>();
        services.AddCallControl();
        return services;
    }
}
