using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Diagnoses;

/// A company as the register writes it; fields that nothing here reads are left out.
public sealed record Company
{
    public required string Siren { get; init; }

    [JsonPropertyName("nom_complet")]
    public string? Name { get; init; }

    /// NAF code, as 20.42Z.
    [JsonPropertyName("activite_principale")]
    public string? Activity { get; init; }

    /// INSEE code of the headcount band: NN, 00, 01… 53.
    [JsonPropertyName("tranche_effectif_salarie")]
    public string? HeadcountBand { get; init; }

    /// INSEE legal category of four digits, as 5710.
    [JsonPropertyName("nature_juridique")]
    public string? LegalForm { get; init; }

    [JsonPropertyName("siege")]
    public HeadOffice? Office { get; init; }
}

public sealed record HeadOffice
{
    [JsonPropertyName("libelle_commune")]
    public string? Town { get; init; }

    /// INSEE code of the region.
    [JsonPropertyName("region")]
    public string? Region { get; init; }
}

public sealed record CompanyPage([property: JsonPropertyName("results")] IReadOnlyList<Company>? Results);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompanyPage))]
internal sealed partial class CompanyJson : JsonSerializerContext;
