using CroissanceConnectee.Bot.Answers;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CroissanceConnectee.Bot.Tests.Answers;

public sealed class KnowledgeGapTests
{
    [Fact]
    public async Task NoIsStoredWithTheMarketAndTheThemeOfTheAnswer()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("comment payent les Allemands ?");

        var reply = await chat.ChooseAsync("Non");

        Assert.Contains(reply.SelectMany(activity => activity.Choices), choice => choice.Title == "Parler à un conseiller");
        var gap = Assert.Single(await GapsAsync(bot));
        Assert.Equal(("DE", "payment", KnowledgeGapKind.NotHelpful, 1), (gap.Market, gap.Theme, gap.Kind, gap.Count));
    }

    [Theory]
    [InlineData("non")]
    [InlineData("pas vraiment")]
    [InlineData("non pas du tout")]
    public async Task NoMayBeTypedRightAfter(string words)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("comment payent les Allemands ?");

        await chat.SayAsync(words);

        Assert.Equal(KnowledgeGapKind.NotHelpful, Assert.Single(await GapsAsync(bot)).Kind);
    }

    [Theory]
    [InlineData("oui")]
    [InlineData("oui merci")]
    [InlineData("yes")]
    public async Task YesIsThankedForAndStoresNothing(string words)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("comment payent les Allemands ?");

        var reply = await chat.SayAsync(words);

        Assert.Contains("merci de le dire", string.Join(' ', reply.Select(activity => activity.Says)), StringComparison.Ordinal);
        Assert.Empty(await GapsAsync(bot));
    }

    [Fact]
    public async Task NoSaidLaterIsAboutSomethingElse()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("comment payent les Allemands ?");
        await chat.SayAsync("merci");

        await chat.SayAsync("non");

        Assert.Empty(await GapsAsync(bot));
    }

    [Fact]
    public async Task AbstentionIsStoredOnceHoweverOftenTheMessageComes()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await chat.SayAsync("qui gagnera la coupe du monde de football ?", "m1");
        await chat.SayAsync("qui gagnera la coupe du monde de football ?", "m1");

        var gap = Assert.Single(await GapsAsync(bot));
        Assert.Equal((KnowledgeGapKind.Abstained, 1), (gap.Kind, gap.Count));
    }

    [Fact]
    public async Task SameGapOfManyConversationsIsCounted()
    {
        await using var bot = new BotApplication();
        var chats = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.OpenChatAsync()));

        await Task.WhenAll(chats.Select(chat => chat.SayAsync("qui gagnera la coupe du monde de football ?")));

        Assert.Equal(20, Assert.Single(await GapsAsync(bot)).Count);
    }

    [Fact]
    public async Task ForgedChoiceStoresNoMoreThanKnownCodes()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await chat.SendAsync(new
        {
            type = "message",
            text = "Non",
            value = new { choice = "answers:no:DE,XX,'; DROP TABLE,FR,IT,ES,PT:jean.dupont@example.fr" },
            from = new { id = chat.UserId },
        });

        var gaps = await GapsAsync(bot);
        Assert.Equal(["DE", "FR", "IT"], gaps.Select(gap => gap.Market).Order());
        Assert.All(gaps, gap => Assert.Equal("", gap.Theme));
    }

    [Fact]
    public async Task QuestionIsNotAskedWhileTheDiagnosisIsUnderWay()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");

        var reply = await chat.SayAsync("c'est quoi l'OSS ?");

        Assert.DoesNotContain("répond à votre question", string.Join(' ', reply.Select(activity => activity.Says)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DevelopersSeeTheGapsAndNobodyElseDoes()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("comment payent les Allemands ?");
        await chat.SayAsync("non");
        using var visitor = new Visitor(bot);
        await visitor.GoAsync("/developpement/lacunes");
        await using var production = bot.WithWebHostBuilder(host => host.UseEnvironment("Production"));

        using var answer = await production.CreateClient().GetAsync(new Uri("/developpement/lacunes", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("payment", visitor.Words, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<List<KnowledgeGapCount>> GapsAsync(BotApplication bot) =>
        bot.ReadDataAsync(data => data.CountGapsAsync(DateOnly.MinValue, TestContext.Current.CancellationToken));
}
