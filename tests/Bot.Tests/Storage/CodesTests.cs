using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Tests.Storage;

public sealed class CodesTests
{
    [Fact]
    public void CodeTypedAloneIsAlwaysReadAsACode()
    {
        var reader = new MessageReader();
        var codes = Enumerable.Range(0, 500).Select(_ => Codes.New(6)).ToList();

        var read = codes.ConvertAll(code => reader.Read(new Said(code), ConversationState.New).ResumeCode);

        Assert.Equal<string?>(codes, read);
    }
}
