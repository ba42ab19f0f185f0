using CroissanceConnectee.Bot.Conversations;
using Microsoft.AspNetCore.Localization;

namespace CroissanceConnectee.Bot.Channels.Web.Site;

/// French, unless one asks for English with `?lang=en`; that choice stays. The browser's own language is not looked at:
/// many firms use a computer set up in English by somebody else.
internal sealed class SiteLanguage : RequestCultureProvider
{
    public const string Parameter = "lang";

    private const string CookieName = "langue";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var asked = Known(httpContext.Request.Query[Parameter]);
        // A program's question is no visitor's choice.
        if (asked is not null && !httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            httpContext.Response.Cookies.Append(CookieName, asked, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = httpContext.Request.IsHttps,
            });
        }

        var code = asked ?? Known(httpContext.Request.Cookies[CookieName]);
        return Task.FromResult(code is null ? null : new ProviderCultureResult(Languages.FromTag(code).Culture().Name));
    }

    private static string? Known(string? code) => code is "fr" or "en" ? code : null;
}
