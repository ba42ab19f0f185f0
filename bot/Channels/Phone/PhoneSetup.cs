using CroissanceConnectee.Bot.Channels.Sms;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Telephony;

namespace CroissanceConnectee.Bot.Channels.Phone;

public static class PhoneSetup
{
    /// Of the conversations: `phone/` and the id of the call.
    public const string Channel = "phone";

    public static IServiceCollection AddPhone(this IServiceCollection services)
    {
        services.AddValidated<TelephonyOptions>("Twilio");
        services.AddTelephony();
        services.AddSingleton<NumberHash>();
        services.AddSingleton<IDelivery, SmsDelivery>();
        services.AddSingleton<TextMessages>();
        services.AddSingleton<WordReader>();
        services.AddSingleton<CallEffects>();
        services.AddSingleton<ExpertCalls>();
        services.AddSingleton<CallbackCalls>();
        services.AddSingleton<IDelivery>(provider => provider.GetRequiredService<CallbackCalls>());
        services.AddSingleton<CallProgress>();
        services.AddSingleton<ICallHandler, PhoneHandler>();
        return services;
    }

    public static void MapPhone(this IEndpointRouteBuilder routes) => routes.MapTelephony();
}
