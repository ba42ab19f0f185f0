using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

/// The dialogues of tests/Bot.Tests/Dialogues, on the real host and a real database.
public sealed class DialogueTests
{
    public static TheoryData<string> Scripts =>
        [.. Directory.GetFiles(Repository.PathOf("tests/Bot.Tests/Dialogues"), "*.chat").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task DialogueGoesAsWritten(string script)
    {
        await using var bot = new BotApplication();

        await new ChatScript(bot).PlayAsync(Repository.PathOf($"tests/Bot.Tests/Dialogues/{script}"));
    }
}
