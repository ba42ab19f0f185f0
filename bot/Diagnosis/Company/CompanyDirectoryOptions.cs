using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Diagnoses;

public sealed class CompanyDirectoryOptions : IValidatableObject
{
    /// The State's open company search, `https://recherche-entreprises.api.gouv.fr`. Empty: companies are not looked up.
    public string Endpoint { get; set; } = "";

    /// What the firm waits at most for it, both tries together.
    [Range(0.1, 10)]
    public double Seconds { get; set; } = 2;

    public bool IsOn => Endpoint.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")))
        {
            yield return new ValidationResult($"CompanyDirectory:Endpoint must be an http(s) address, not '{Endpoint}'.", [nameof(Endpoint)]);
        }
    }
}
