using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Desk.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// In and out. Whatever was wrong, the answer is the same: who has an account is nobody's business.
internal static class SignInEndpoints
{
    // A passkey's answer is the largest that these forms bring.
    public const int MaxBody = 64 * 1024;

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup(DeskSessions.SignInPath).WithMetadata(new RequestSizeLimitAttribute(MaxBody)).WithRateLimits();
        door.MapGet("", ShowAsync);
        door.MapPost("", ByPasswordAsync).WithSignInLimit();
        door.MapPost("/cle/options", PasskeyOptionsAsync).WithSignInLimit();
        door.MapPost("/cle", ByPasskeyAsync).WithSignInLimit();
        door.MapOpenIdSignIn();
        routes.MapPost("/experts/deconnexion", SignOutAsync).RequireAuthorization();
    }

    public static async Task<IResult> RefuseAsync(DeskUser? user, string? returnUrl, string? email, DeskSessions sessions, OpenIdScheme openId, CancellationToken cancellation)
    {
        await sessions.RefuseAsync(user, cancellation);
        return Page(returnUrl, openId, email, refused: true);
    }

    private static RazorComponentResult<SignInPage> ShowAsync(string? returnUrl, OpenIdScheme openId) => Page(returnUrl, openId);

    private static async Task<IResult> ByPasswordAsync(
        [AsParameters] PasswordForm typed, UserManager<DeskUser> users, SignInManager<DeskUser> signIn, AuthenticatorKeys keys, DeskSessions sessions,
        OpenIdScheme openId, CancellationToken cancellation)
    {
        var (email, password, code) = (typed.Email?.Trim() ?? "", typed.Password ?? "", typed.Code ?? "");
        if (await users.FindByEmailAsync(email) is not { DisabledAt: null, PasswordHash: not null } user)
        {
            // As long as a wrong password takes.
            users.PasswordHasher.HashPassword(null!, password);
            return await RefuseAsync(null, typed.ReturnUrl, email, sessions, openId, cancellation);
        }

        if (!(await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded)
        {
            return await RefuseAsync(user, typed.ReturnUrl, email, sessions, openId, cancellation);
        }

        if (!await keys.IsRightAsync(user, code) && !(await users.RedeemTwoFactorRecoveryCodeAsync(user, code.Trim())).Succeeded)
        {
            await users.AccessFailedAsync(user);
            return await RefuseAsync(user, typed.ReturnUrl, email, sessions, openId, cancellation);
        }

        await users.ResetAccessFailedCountAsync(user);
        await sessions.BeginAsync(user, "pwd otp", cancellation);
        return TypedResults.LocalRedirect(ReturnAddress.Of(typed.ReturnUrl));
    }

    // Reading the form is what checks its seal, here and below.
    private static async Task<ContentHttpResult> PasskeyOptionsAsync([FromForm] string? returnUrl, SignInManager<DeskUser> signIn) =>
        TypedResults.Text(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    private static async Task<IResult> ByPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? returnUrl, UserManager<DeskUser> users, SignInManager<DeskUser> signIn, DeskSessions sessions,
        OpenIdScheme openId, CancellationToken cancellation)
    {
        if (await ReadAsync(() => signIn.PerformPasskeyAssertionAsync(credential ?? "")) is not { Succeeded: true } found || found.User.DisabledAt is not null)
        {
            return await RefuseAsync(null, returnUrl, email: null, sessions, openId, cancellation);
        }

        await users.AddOrUpdatePasskeyAsync(found.User, found.Passkey);
        await sessions.BeginAsync(found.User, "hwk", cancellation);
        return TypedResults.LocalRedirect(ReturnAddress.Of(returnUrl));
    }

    /// Null: there was no challenge that this answers, or what came is no answer.
    public static async Task<T?> ReadAsync<T>(Func<Task<T>> answer) where T : class
    {
        try
        {
            return await answer();
        }
        catch (Exception unasked) when (unasked is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task<RedirectHttpResult> SignOutAsync([FromForm] string? nothing, HttpContext http, DeskSessions sessions, CancellationToken cancellation)
    {
        await sessions.EndAsync(http.User, cancellation);
        return TypedResults.LocalRedirect(DeskSessions.SignInPath);
    }

    private static RazorComponentResult<SignInPage> Page(string? returnUrl, OpenIdScheme openId, string? email = null, bool refused = false) =>
        new(new { ReturnUrl = ReturnAddress.Of(returnUrl), Email = email, Refused = refused, WithOpenId = openId.IsConfigured })
        {
            StatusCode = refused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };

    private sealed record PasswordForm(
        [FromForm(Name = "email")] string? Email,
        [FromForm(Name = "password")] string? Password,
        [FromForm(Name = "code")] string? Code,
        [FromForm(Name = "returnUrl")] string? ReturnUrl);
}
