using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// The organisation's own sign-in, where one is configured.
public sealed class OpenIdScheme(IOptions<OpenIdOptions> options)
{
    public const string Name = "organisation";

    public bool IsConfigured => Authority.Length > 0;

    public string Authority => options.Value.Authority;

    // With nothing configured there is no scheme, which would not start.
    public void Use(IAuthenticationSchemeProvider schemes)
    {
        if (IsConfigured)
        {
            schemes.AddScheme(new AuthenticationScheme(Name, displayName: null, typeof(OpenIdConnectHandler)));
        }
    }

    /// Null where the provider does not vouch for it.
    public string? VerifiedEmail(ClaimsPrincipal told) => told.FindFirstValue("email_verified") switch
    {
        { } said => bool.TryParse(said, out var verified) && verified,
        null => options.Value.EmailsAreVerified,
    }
        ? told.FindFirstValue("email")
        : null;
}
