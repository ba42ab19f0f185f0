using System.Net;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task VisitorIsGreetedBeforeSayingAnything()
    {
        await using var bot = new BotApplication();

        var chat = await bot.OpenChatAsync();

        Assert.Contains("un programme, pas une personne", chat.Last[0].Says, StringComparison.Ordinal);
        Assert.Null(chat.Last[0].ReplyToId);
        Assert.NotEmpty(chat.Last[^1].Choices);
    }
}
