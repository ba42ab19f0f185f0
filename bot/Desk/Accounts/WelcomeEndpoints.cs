using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Desk.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// The page behind a one-time link, which no other site hears of (Referrer-Policy; with none at all, forms would not say where
/// they come from either, and passkeys want to know). Looking at it uses nothing up: programs that check mails look too.
internal static class WelcomeEndpoints
{
    private const int RecoveryCodes = 10;

    // Hashing what is longer would be work for nothing.
    private const int LongestPassword = 256;

    public static void MapWelcome(this IEndpointRouteBuilder routes)
    {
        var welcome = routes.MapGroup(AccountsCommand.WelcomePath + "{token}")
            .WithMetadata(new RequestSizeLimitAttribute(SignInEndpoints.MaxBody))
            .WithRateLimits();
        welcome.MapGet("", ShowAsync);
        welcome.MapPost("", ByPasswordAsync).WithSignInLimit();
        welcome.MapPost("/cle/options", PasskeyOptionsAsync).WithSignInLimit();
        welcome.MapPost("/cle", ByPasskeyAsync).WithSignInLimit();
    }

    private static async Task<IResult> ShowAsync(string token, DeskAccounts accounts, AuthenticatorKeys keys, CancellationToken cancellation) =>
        await accounts.FindByLinkAsync(token, cancellation) is { } user ? Page(token, user, keys.Make(user)) : LinkGone();

    private static async Task<IResult> ByPasswordAsync(
        string token, [AsParameters] WelcomeForm typed, DeskAccounts accounts, AuthenticatorKeys keys, UserManager<DeskUser> users, DeskSessions sessions,
        Audit audit, HttpContext http, CancellationToken cancellation)
    {
        if (await accounts.FindByLinkAsync(token, cancellation) is not { } user)
        {
            return LinkGone();
        }

        var (password, key) = (typed.Password ?? "", keys.Open(user, typed.Key));
        if (key is null || password.Length > LongestPassword || password != typed.Repeated)
        {
            return Page(token, user, key ?? keys.Make(user), refused: true);
        }

        string[] codes = [];
        var outcome = await accounts.EnrolAsync(user, token, async () =>
        {
            var given = await keys.GiveAsync(user, password, key.Key, typed.Code ?? "", cancellation);
            codes = given.Succeeded ? [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []] : [];
            return given;
        }, cancellation);
        if (outcome != Enrolment.Done)
        {
            return outcome == Enrolment.LinkGone ? LinkGone() : Page(token, user, key, refused: true);
        }

        await BeginAsync(user, "pwd otp", audit, sessions, http, cancellation);
        return new RazorComponentResult<RecoveryCodesPage>(new { Codes = codes });
    }

    // Reading the form is what checks its seal.
    private static async Task<IResult> PasskeyOptionsAsync(
        string token, [FromForm] string? nothing, DeskAccounts accounts, SignInManager<DeskUser> signIn, CancellationToken cancellation)
    {
        if (await accounts.FindByLinkAsync(token, cancellation) is not { } user)
        {
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        }

        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name };
        return TypedResults.Text(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    private static async Task<IResult> ByPasskeyAsync(
        string token, [FromForm] string? credential, DeskAccounts accounts, AuthenticatorKeys keys, UserManager<DeskUser> users, SignInManager<DeskUser> signIn,
        DeskSessions sessions, Audit audit, HttpContext http, CancellationToken cancellation)
    {
        if (await accounts.FindByLinkAsync(token, cancellation) is not { } user)
        {
            return LinkGone();
        }

        if (await SignInEndpoints.ReadAsync(() => signIn.PerformPasskeyAttestationAsync(credential ?? "")) is not { Succeeded: true } made
            || made.UserEntity.Id != user.Id.ToString())
        {
            return Page(token, user, keys.Make(user), refused: true);
        }

        if (await accounts.EnrolAsync(user, token, () => users.AddOrUpdatePasskeyAsync(user, made.Passkey), cancellation) != Enrolment.Done)
        {
            return LinkGone();
        }

        await BeginAsync(user, "hwk", audit, sessions, http, cancellation);
        return TypedResults.LocalRedirect(ReturnAddress.Home);
    }

    private static async Task BeginAsync(DeskUser user, string method, Audit audit, DeskSessions sessions, HttpContext http, CancellationToken cancellation)
    {
        await audit.WriteAsync(AuditEvents.AccountEnrolled, user.Id, user.Id.ToString(), http.Connection.RemoteIpAddress, cancellation);
        await sessions.BeginAsync(user, method, cancellation);
    }

    private static RazorComponentResult<WelcomePage> Page(string token, DeskUser user, NewAuthenticator key, bool refused = false) =>
        new(new { Address = AccountsCommand.WelcomePath + token, user.Name, user.Email, Authenticator = key, Refused = refused })
        {
            StatusCode = refused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };

    private static RazorComponentResult<LinkGonePage> LinkGone() => new() { StatusCode = StatusCodes.Status410Gone };

    private sealed record WelcomeForm(
        [FromForm(Name = "password")] string? Password,
        [FromForm(Name = "repeated")] string? Repeated,
        [FromForm(Name = "key")] string? Key,
        [FromForm(Name = "code")] string? Code);
}
