using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CroissanceConnectee.Bot.Desk.Pages;

internal static class PagesSetup
{
    public static IServiceCollection AddDeskPages(this IServiceCollection services) => services
        .AddScoped<DeskSeat>()
        .AddScoped<CircuitLink>()
        .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitLink>());
}
