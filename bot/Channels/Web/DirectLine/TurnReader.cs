using System.Text.Json;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// An activity in the words of the product.
public static class TurnReader
{
    /// The turn of someone who has just opened a conversation.
    public const string JoinedId = "joined";

    private const int MaxIdLength = 200;

    public static Turn Joined(ConversationKey conversation, string? locale, DateTimeOffset now) =>
        new(conversation, JoinedId, new Joined(), now) { Locale = locale };

    /// From a message. Who says it is the token's user, whatever the activity claims.
    public static Turn Read(IncomingActivity activity, ConversationKey conversation, string user, DateTimeOffset now) =>
        new(conversation, MessageIdOf(activity), InputOf(activity), now)
        {
            Locale = activity.Locale,
            ChannelPayload = JsonSerializer.Serialize(
                new WebPayload { UserId = user, UserName = activity.From?.Name, Value = activity.Value, ChannelData = activity.ChannelData },
                DirectLineJson.Wire.WebPayload),
        };

    // A client that repeats a message (no answer came, the page was reloaded) repeats its own id.
    private static string MessageIdOf(IncomingActivity activity) =>
        Usable(Text(activity.ChannelData, "clientActivityID")) ?? Usable(activity.Id) ?? Guid.NewGuid().ToString("N");

    private static string? Usable(string? id) => id is { Length: > 0 and <= MaxIdLength } ? id : null;

    private static TurnInput InputOf(IncomingActivity activity)
    {
        if (Text(activity.Value, "choice") is not { } choice)
        {
            return new Said(activity.Text ?? "");
        }

        var label = string.IsNullOrWhiteSpace(activity.Text) ? DisplayText(activity.ChannelData) : activity.Text;
        return new Chose(choice, label ?? "");
    }

    private static string? DisplayText(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("messageBack", out var messageBack)
            ? Text(messageBack, "displayText")
            : null;

    private static string? Text(JsonElement? json, string property) =>
        json is { ValueKind: JsonValueKind.Object } element
        && element.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? Decode(value)
            : null;

    // Verbatim JSON may hold half of a surrogate pair, which is no text.
    private static string? Decode(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
