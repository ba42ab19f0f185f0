using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Begins and ends sessions. None lives longer than a day's work, and a removed account's ends at the next check.
public sealed class DeskSessions(SignInManager<DeskUser> signIn, Audit audit, TimeProvider clock, IHttpContextAccessor http)
{
    public const string SignInPath = "/experts/connexion";

    public static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private const string StartClaim = "auth_time";

    public static void Configure(CookieAuthenticationOptions cookies, IHostEnvironment host)
    {
        cookies.Cookie.Name = "session";
        cookies.Cookie.HttpOnly = true;
        cookies.Cookie.SameSite = SameSiteMode.Lax;
        cookies.Cookie.SecurePolicy = host.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookies.ExpireTimeSpan = Life;
        cookies.SlidingExpiration = false;
        cookies.LoginPath = SignInPath;
        cookies.ReturnUrlParameter = "returnUrl";
        // The address stays, and the error page says why.
        cookies.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public async Task BeginAsync(DeskUser user, string method, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var start = new Claim(StartClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Life }, [start, new Claim("amr", method)]);
        await audit.WriteAsync(AuditEvents.SignedIn, user.Id, user.Id.ToString(), http.HttpContext?.Connection.RemoteIpAddress, cancellation);
    }

    /// The account is named where there is one, never what was typed.
    public Task RefuseAsync(DeskUser? user, CancellationToken cancellation) => audit.WriteAsync(
        AuditEvents.SignInRefused, actor: null, user?.Id.ToString() ?? "-", http.HttpContext?.Connection.RemoteIpAddress, cancellation);

    public async Task EndAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        await signIn.SignOutAsync();
        if (DeskPeople.IdOf(user) is { } id)
        {
            await audit.WriteAsync(AuditEvents.SignedOut, id, id.ToString(), http.HttpContext?.Connection.RemoteIpAddress, cancellation);
        }
    }

    /// Whether a session that began when these claims say is over.
    public static bool IsOver(ClaimsPrincipal user, DateTimeOffset now) =>
        !long.TryParse(user.FindFirstValue(StartClaim), CultureInfo.InvariantCulture, out var start) || DateTimeOffset.FromUnixTimeSeconds(start) + Life <= now;

    // Each check makes the claims anew from the account, which does not know when this session began.
    public static Task KeepStart(SecurityStampRefreshingPrincipalContext refresh)
    {
        if (refresh is { CurrentPrincipal: { } current, NewPrincipal.Identity: ClaimsIdentity renewed })
        {
            renewed.AddClaims(current.Claims.Where(claim => claim.Type is StartClaim or "amr").Select(claim => claim.Clone()));
        }

        return Task.CompletedTask;
    }
}
