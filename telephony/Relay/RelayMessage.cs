using System.Text.Json;

namespace CroissanceConnectee.Telephony;

/// A message of the socket, in or out of order, complete or not: what is missing is empty.
internal readonly record struct RelayMessage(string Type, JsonElement Json)
{
    /// Null when it is not a message at all.
    public static RelayMessage? Parse(ReadOnlySpan<byte> message)
    {
        try
        {
            var reader = new Utf8JsonReader(message);
            var json = JsonElement.ParseValue(ref reader);
            return json.ValueKind == JsonValueKind.Object ? new RelayMessage(Text(json, "type"), json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string this[string name] => Text(Json, name);

    /// Documented as true and false; absent on the only prompt there is.
    public bool IsLast => !Json.TryGetProperty("last", out var last) || last.ValueKind != JsonValueKind.False;

    public string Parameter(string name) =>
        Json.TryGetProperty("customParameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object ? Text(parameters, name) : "";

    private static string Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
