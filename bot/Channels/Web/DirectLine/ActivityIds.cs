using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// `{conversation}|0000003` is the person's message of entry 3, `{conversation}|0000003.1` the first of our answers to it.
public static class ActivityIds
{
    public const string Channel = "web";

    public static ConversationKey Key(string conversation) => new(Channel, conversation);

    public static string OfMessage(string conversation, int sequence) => $"{conversation}|{sequence:D7}";

    public static string OfAnswer(string conversation, int sequence, int number) => $"{conversation}|{sequence:D7}.{number}";
}
