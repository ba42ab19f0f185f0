using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

public sealed class DirectLineOptions : IValidatableObject
{
    private const int ShortestSecret = 16;
    private const int ShortestKey = 32;

    /// Each lets a partner's server ask for tokens and speak for its users. Empty: only the site's own chat exists.
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// Sites that may embed the chat, as `https://host[:port]`. Empty: our own pages only.
    public IReadOnlyList<string> TrustedOrigins { get; set; } = [];

    /// Base64, 32 bytes or more, which sign the tokens. Empty: a key is made once and kept in the storage folder.
    public string TokenKey { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secrets.Any(secret => secret.Length < ShortestSecret))
        {
            yield return new ValidationResult($"DirectLine:Secrets: a secret has at least {ShortestSecret} characters.");
        }

        foreach (var origin in TrustedOrigins.Where(origin => !Origins.IsOrigin(origin)))
        {
            yield return new ValidationResult($"DirectLine:TrustedOrigins: '{origin}' is not an origin such as https://example.fr.");
        }

        var bytes = new byte[TokenKey.Length];
        if (TokenKey.Length > 0 && !(Convert.TryFromBase64String(TokenKey, bytes, out var length) && length >= ShortestKey))
        {
            yield return new ValidationResult($"DirectLine:TokenKey: at least {ShortestKey} bytes in base64 are needed.");
        }
    }
}
