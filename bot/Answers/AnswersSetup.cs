using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Answers;

public static class AnswersSetup
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddValidated<KnowledgeOptions>("Knowledge").AddKnowledge().AddTopic<AnswersTopic>();
        services.AddSingleton<WhereToSell>();
        services.AddCors(cors => cors.AddPolicy(AnswersApi.CorsPolicy, policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get)
            .WithExposedHeaders("Retry-After")));
        return services;
    }

    public static void MapAnswers(this IEndpointRouteBuilder routes) => routes.MapAnswersApi();
}
