using CroissanceConnectee.Bot.Channels.Web.Site.BrowserPhone;
using CroissanceConnectee.Bot.Channels.Web.Site.Simple;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Desk.Pages;
using Microsoft.AspNetCore.Localization;

namespace CroissanceConnectee.Bot.Channels.Web.Site;

public static class SiteSetup
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "formulaires");
        services.AddSingleton<PhoneLine>();
        services.AddSingleton<SimpleConversations>();
        services.AddBrowserPhone();
        return services;
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(Language.French.Culture()),
            SupportedCultures = [Language.French.Culture(), Language.English.Culture()],
            SupportedUICultures = [Language.French.Culture(), Language.English.Culture()],
            RequestCultureProviders = [new SiteLanguage()],
        });
        app.UseErrorPages();
        app.UseDesk();
        app.UseAntiforgery();
    }

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets();
        routes.MapRazorComponents<App>().WithStaticAssets().AddInteractiveServerRenderMode().OnlyForTheDesk();
        routes.MapSimpleConversation();
        routes.MapChatRenewal();
        routes.MapBrowserPhone();
    }
}
