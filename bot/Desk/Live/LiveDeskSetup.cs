using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Desk;

public static class LiveDeskSetup
{
    public static IServiceCollection AddLiveDesk(this IServiceCollection services) => services
        .AddSingleton<DeskFeed>()
        .AddSingleton<Presence>()
        .AddSingleton<Leading>()
        .AddSingleton<Offering>()
        .AddSingleton<DeskWork>()
        .AddSingleton<AnswerCorrection>()
        .AddSingleton<FollowUps>()
        .AddSingleton<LiveDesk>()
        .AddSingleton<WaitingList>()
        .AddSingleton<DossierReader>()
        .AddSingleton<PassageSearch>()
        .AddSingleton<HandoffRequests>()
        .AddSingleton<IDelivery, DeskDeadlines>()
        .AddTopic<SatisfactionTopic>();
}
