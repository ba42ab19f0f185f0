using System.Security.Claims;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk.Accounts;

public static class AccountsSetup
{
    /// Accounts as the command line needs them.
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ProductContext>>().CreateDbContext());
        services.AddIdentityCore<DeskUser>(identity =>
            {
                // The first with passkeys.
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                // Length is what keeps a password; rules on its characters only make it end on "1!".
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 12,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 5,
                };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddEntityFrameworkStores<ProductContext>()
            .AddTokenProvider<AuthenticatorTokenProvider<DeskUser>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddClaimsPrincipalFactory<DeskClaims>();
        services.AddSingleton<Audit>();
        services.AddScoped<DeskAccounts>();
        return services;
    }

    /// And as the host needs them: sessions, and what a signed-in person may see.
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        new IdentityBuilder(typeof(DeskUser), services).AddSignInManager();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHostEnvironment>(DeskSessions.Configure);
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((stamps, clock) =>
        {
            stamps.ValidationInterval = DeskSessions.CheckEvery;
            stamps.TimeProvider = clock;
            stamps.OnRefreshingPrincipal = DeskSessions.KeepStart;
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((passkeys, site) =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            if (site.Value.PublicUrl is { Length: > 0 } url)
            {
                passkeys.ServerDomain = new Uri(url).Host;
            }
        });
        services.AddOpenIdSignIn();
        services.AddScoped<DeskSessions>();
        services.AddScoped<AuthenticatorKeys>();
        services.AddSingleton<DeskPeople>();
        services.AddSingleton<IAuthorizationHandler, DossierAccess>();
        services.AddAuthorizationBuilder()
            .AddPolicy(DossierAccess.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new DossierAccess.Requirement()));
        services.AddScoped<AuthenticationStateProvider, CircuitSessions>();
        return services;
    }

    /// The role goes into the session, for pages that are one role's.
    private sealed class DeskClaims(UserManager<DeskUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<DeskUser>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DeskUser user)
        {
            var claims = await base.GenerateClaimsAsync(user);
            claims.AddClaim(new Claim(claims.RoleClaimType, user.Role.ToString()));
            return claims;
        }
    }
}
