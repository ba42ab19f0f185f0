using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Telephony;

namespace CroissanceConnectee.Bot.Channels.Phone;

public static class PhoneSetup
{
    public static IServiceCollection AddPhone(this IServiceCollection services)
    {
        services.AddValidated<TelephonyOptions>("Twilio");
        services.AddTelephony();
        services.AddSingleton<ICallHandler, PhoneHandler>();
        return services;
    }

    public static void MapPhone(this IEndpointRouteBuilder routes) => routes.MapTelephony();
}
