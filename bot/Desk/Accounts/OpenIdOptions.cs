using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// The sign-in of an organisation (ProConnect, Entra …) for people who have an account here.
public sealed class OpenIdOptions : IValidatableObject
{
    /// The provider's address, under which it describes itself. Empty: nobody signs in that way.
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// The provider verifies e-mail addresses without saying so with each, as ProConnect and one's own Entra directory do.
    public bool EmailsAreVerified { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority.Length == 0)
        {
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }))
        {
            yield return new ValidationResult("OpenIdConnect:Authority must be an address that begins with https://.");
        }

        if (ClientId.Length == 0 || ClientSecret.Length == 0)
        {
            yield return new ValidationResult("OpenIdConnect needs ClientId and ClientSecret beside its Authority.");
        }
    }
}
