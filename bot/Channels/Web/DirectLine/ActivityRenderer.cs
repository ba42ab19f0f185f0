using System.Text.Json;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// A transcript entry as activities: the person's own message, then our answer. Pure, so that a message looks the same when
/// it is replayed; only the addresses of our pages follow the site (scheme and host) through which they are read.
public static class ActivityRenderer
{
    private static readonly Account Bot = new("croissance-connectee", "Croissance Connectée", "bot");

    // One id for all of them: who of the desk it is stays the desk's business, the name says enough.
    public const string ExpertId = "croissance-connectee-expert";

    public static ActivitySet Render(IEnumerable<TranscriptEntry> entries, string conversation, Uri site, int watermark)
    {
        var activities = new List<Activity>();
        foreach (var entry in entries)
        {
            Render(entry, conversation, site, activities);
            watermark = entry.Sequence + 1;
        }

        return new ActivitySet(activities, Watermark.Write(watermark));
    }

    private static void Render(TranscriptEntry entry, string conversation, Uri site, List<Activity> activities)
    {
        // Arriving is no message: there is nothing to show, and nothing to reply to.
        var echo = entry.Text is null ? null : Echo(entry, conversation);
        if (echo is not null)
        {
            activities.Add(echo);
        }

        var number = 0;
        foreach (var bubble in Bubble.Fill(entry.Reply))
        {
            activities.Add(Answer(entry, conversation, ++number, bubble, site) with { ReplyToId = echo?.Id });
        }
    }

    private static Activity Echo(TranscriptEntry entry, string conversation)
    {
        var payload = entry.ChannelPayload is { } stored ? JsonSerializer.Deserialize(stored, DirectLineJson.Wire.WebPayload) : null;
        return new Activity
        {
            Id = ActivityIds.OfMessage(conversation, entry.Sequence),
            Timestamp = entry.At,
            From = new Account(payload?.UserId, payload?.UserName, "user"),
            Conversation = new ConversationAccount(conversation),
            Text = entry.Text ?? "",
            // What people write is never markup.
            TextFormat = "plain",
            Value = payload?.Value,
            ChannelData = payload?.ChannelData,
        };
    }

    private static Activity Answer(TranscriptEntry entry, string conversation, int number, Bubble bubble, Uri site) => new()
    {
        Id = ActivityIds.OfAnswer(conversation, entry.Sequence, number),
        Timestamp = entry.At,
        From = entry.Author is { } person ? new Account(ExpertId, person, "bot") : Bot,
        Conversation = new ConversationAccount(conversation),
        Locale = entry.Reply.Language.Culture().Name,
        Text = bubble.Text(entry.Reply.Language.Culture(), site),
        TextFormat = bubble.HasLinks ? "markdown" : "plain",
        InputHint = bubble.Ask is null ? "acceptingInput" : "expectingInput",
        SuggestedActions = bubble.Ask is { Choices.Count: > 0 } ask ? new SuggestedActions([.. ask.Choices.Select(Action)]) : null,
        Entities = bubble.Citations(entry.Reply.Language.Culture(), site),
        ChannelData = bubble.Ask?.Progress is { } progress
            ? JsonSerializer.SerializeToElement(new BotChannelData(new ProgressData(progress.Step, progress.Of)), DirectLineJson.Wire.BotChannelData)
            : null,
    };

    private static CardAction Action(Choice choice) => new(choice.Label, choice.Label, choice.Label, new ChoiceValue(choice.Value));
}
