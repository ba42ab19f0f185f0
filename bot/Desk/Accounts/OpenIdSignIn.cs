using System.Security.Claims;
using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Signing in at one's own organisation. It opens an account that was made here, by its address the first time and by the
/// provider's own name for the person from then on; it makes none.
internal static class OpenIdSignIn
{
    private const string CallbackPath = DeskSessions.SignInPath + "/organisation/retour";
    private const string FinishPath = "/organisation/suite";

    public static void AddOpenIdSignIn(this IServiceCollection services)
    {
        services.AddValidated<OpenIdOptions>("OpenIdConnect");
        services.AddSingleton<OpenIdScheme>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddTransient<OpenIdConnectHandler>();
        services.AddOptions<OpenIdConnectOptions>(OpenIdScheme.Name).Configure<IOptions<OpenIdOptions>, TimeProvider>((provider, options, clock) =>
        {
            var configured = options.Value;
            (provider.Authority, provider.ClientId, provider.ClientSecret) = (configured.Authority, configured.ClientId, configured.ClientSecret);
            provider.TimeProvider = clock;
            provider.RequireHttpsMetadata = !new Uri(configured.Authority).IsLoopback;
            provider.SignInScheme = IdentityConstants.ExternalScheme;
            provider.CallbackPath = CallbackPath;
            provider.ResponseType = OpenIdConnectResponseType.Code;
            // An answer by form comes from another site, and would need cookies that follow everywhere.
            provider.ResponseMode = OpenIdConnectResponseMode.Query;
            provider.CorrelationCookie.SameSite = provider.NonceCookie.SameSite = SameSiteMode.Lax;
            provider.CorrelationCookie.SecurePolicy = provider.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            provider.MapInboundClaims = false;
            provider.GetClaimsFromUserInfoEndpoint = true;
            provider.Scope.Clear();
            provider.Scope.Add("openid");
            provider.Scope.Add("email");
            provider.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect(DeskSessions.SignInPath + FinishPath);
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    public static void MapOpenIdSignIn(this RouteGroupBuilder door)
    {
        door.MapGet("/organisation", Ask).WithSignInLimit();
        door.MapGet(FinishPath, FinishAsync);
    }

    private static Results<ChallengeHttpResult, NotFound> Ask(string? returnUrl, OpenIdScheme openId) => openId.IsConfigured
        ? TypedResults.Challenge(
            new AuthenticationProperties { RedirectUri = DeskSessions.SignInPath + FinishPath + QueryString.Create("returnUrl", ReturnAddress.Of(returnUrl)) },
            [OpenIdScheme.Name])
        : TypedResults.NotFound();

    private static async Task<IResult> FinishAsync(
        string? returnUrl, HttpContext http, UserManager<DeskUser> users, DeskSessions sessions, OpenIdScheme openId, CancellationToken cancellation)
    {
        var told = (await http.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal;
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (told is null || await FindAsync(told, users, openId) is not { DisabledAt: null } user)
        {
            return await SignInEndpoints.RefuseAsync(null, returnUrl, email: null, sessions, openId, cancellation);
        }

        await sessions.BeginAsync(user, "oidc", cancellation);
        return TypedResults.LocalRedirect(ReturnAddress.Of(returnUrl));
    }

    private static async Task<DeskUser?> FindAsync(ClaimsPrincipal told, UserManager<DeskUser> users, OpenIdScheme openId)
    {
        if (told.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            return null;
        }

        if (await users.FindByLoginAsync(openId.Authority, subject) is { } known)
        {
            return known;
        }

        // An address may pass from one person to another; whoever came first keeps the account.
        if (openId.VerifiedEmail(told) is not { } email
            || await users.FindByEmailAsync(email) is not { DisabledAt: null } user
            || (await users.GetLoginsAsync(user)).Count > 0)
        {
            return null;
        }

        await users.AddLoginAsync(user, new UserLoginInfo(openId.Authority, subject, providerDisplayName: null));
        return user;
    }
}
