using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations.Topics;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Conversations;

public static class ConversationSetup
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddSingleton<ConversationGate>();
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<MessageReader>();
        services.AddTopic<MenuTopic>();
        services.AddSingleton<Dialogue>();
        services.AddSingleton<TurnHandler>();
        return services;
    }

    /// A topic is one object for all conversations: it keeps nothing between turns.
    public static IServiceCollection AddTopic<T>(this IServiceCollection services) where T : class, ITopic =>
        services.AddSingleton<T>().AddSingleton<ITopic>(provider => provider.GetRequiredService<T>());
}
