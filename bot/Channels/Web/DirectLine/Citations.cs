using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

// The schema.org vocabulary in which Web Chat reads the sources of a message. A claim's position is the number of its
// link reference in the text, and the entity has the last word over the text.

public sealed record CitedMessage(IReadOnlyList<CitedClaim> Citation)
{
    public string Type { get; } = "https://schema.org/Message";

    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Message";

    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@id")]
    public string SchemaId { get; } = "";
}

public sealed record CitedClaim(int Position, CitedDocument Appearance)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Claim";
}

public sealed record CitedDocument(string Name, string Url)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "DigitalDocument";
}
