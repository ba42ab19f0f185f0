using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Desk;

public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddValidated<DeskOptions>("Desk")
        .AddValidated<OpeningHoursOptions>("OpeningHours")
        .AddSingleton<DeskClock>()
        .AddHostedService(provider => provider.GetRequiredService<DeskClock>())
        .AddRoster()
        .AddSingleton<HandoffRouting>()
        .AddLiveDesk()
        .AddTopic<PersonTopic>()
        .AddTopic<SlotTopic>();
}
