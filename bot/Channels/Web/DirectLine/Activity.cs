using System.Text.Json;
using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// What we read of an activity that a client posts. Fields that we have no use for are allowed and dropped.
public sealed record IncomingActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public Account? From { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? ChannelData { get; init; }
}

/// An activity as it goes out on the stream: the person's own message again, or one of ours.
public sealed record Activity
{
    public string Type { get; init; } = "message";

    public required string Id { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public string ChannelId { get; init; } = "directline";

    public required Account From { get; init; }

    public required ConversationAccount Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    public required string Text { get; init; }

    public required string TextFormat { get; init; }

    public string? InputHint { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<CitedMessage>? Entities { get; init; }

    [JsonConverter(typeof(VerbatimJson))]
    public JsonElement? Value { get; init; }

    [JsonConverter(typeof(VerbatimJson))]
    public JsonElement? ChannelData { get; init; }
}

public sealed record Account(string? Id, string? Name = null, string? Role = null);

public sealed record ConversationAccount(string Id);

/// Somebody of the desk is writing: a frame without a watermark moves none.
public sealed record TypingSet(IReadOnlyList<TypingActivity> Activities);

public sealed record TypingActivity(Account From, ConversationAccount Conversation, DateTimeOffset Timestamp, string Type = "typing", string ChannelId = "directline");

public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

/// Web Chat posts a `messageBack` with Text and Value as they are here, and shows DisplayText as the person's words. The
/// others do less: an imBack loses the value, a postBack shows nothing.
public sealed record CardAction(string Title, string Text, string DisplayText, ChoiceValue Value, string Type = "messageBack");

public sealed record ChoiceValue(string Choice);

/// Where a dialogue with a known end has got to.
public sealed record BotChannelData(ProgressData Progress);

public sealed record ProgressData(int Step, int Of);

/// What a transcript entry keeps of the client's activity, to show it again: see VerbatimJson.
public sealed record WebPayload
{
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    [JsonConverter(typeof(VerbatimJson))]
    public JsonElement? Value { get; init; }

    [JsonConverter(typeof(VerbatimJson))]
    public JsonElement? ChannelData { get; init; }
}
