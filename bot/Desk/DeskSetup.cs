using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk.Accounts;
using CroissanceConnectee.Bot.Desk.Pages;
using Microsoft.AspNetCore.Authentication;
using MudBlazor.Services;

namespace CroissanceConnectee.Bot.Desk;

public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddValidated<DeskOptions>("Desk")
        .AddValidated<OpeningHoursOptions>("OpeningHours")
        .AddSingleton<DeskClock>()
        .AddHostedService(provider => provider.GetRequiredService<DeskClock>())
        .AddRoster()
        .AddSignIn()
        .AddMudServices()
        .AddSingleton<HandoffRouting>()
        .AddLiveDesk()
        .AddDeskPages()
        .AddTopic<PersonTopic>()
        .AddTopic<SlotTopic>();

    public static void UseDesk(this WebApplication app)
    {
        app.Services.GetRequiredService<OpenIdScheme>().Use(app.Services.GetRequiredService<IAuthenticationSchemeProvider>());
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapWelcome();
        routes.MapFollowUps();
    }
}
