using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Desk;

public static class RosterSetup
{
    public static IServiceCollection AddRoster(this IServiceCollection services) => services
        .AddSingleton(provider => new RosterCodes(provider.GetRequiredService<DiagnosisLibrary>().Newest.Questionnaire))
        .AddSingleton<RosterImport>();
}
