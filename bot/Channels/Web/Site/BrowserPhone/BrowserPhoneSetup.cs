namespace CroissanceConnectee.Bot.Channels.Web.Site.BrowserPhone;

internal static class BrowserPhoneSetup
{
    public static void AddBrowserPhone(this IServiceCollection services) => services
        .AddHttpClient<WebhookSender>(http => http.Timeout = TimeSpan.FromSeconds(15))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        // A line a call, a handful of requests: their addresses carry what callers said, and belong in no log.
        .RemoveAllLoggers();
}
