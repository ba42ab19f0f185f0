using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Everything that is read and written on the wire. Generated at compile time: it runs for every message.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(TypingSet))]
[JsonSerializable(typeof(BotChannelData))]
[JsonSerializable(typeof(ConversationAddress))]
[JsonSerializable(typeof(ConversationRequest))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(IncomingActivity))]
[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(SiteChat))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(WebPayload))]
public sealed partial class DirectLineJson : JsonSerializerContext
{
    /// Accented letters as they are: half the size, and readable.
    public static readonly DirectLineJson Wire = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}

/// Keeps a client's JSON byte for byte: numbers with their digits, escapes as they were written.
public sealed class VerbatimJson : JsonConverter<JsonElement?>
{
    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options)
    {
        if (value is { } element)
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
