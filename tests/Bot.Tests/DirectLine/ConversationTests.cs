using System.Net;
using System.Text.Json;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class ConversationTests
{
    private const string Conversations = "/v3/directline/conversations";

    [Fact]
    public async Task VisitorIsGreetedBeforeSayingAnything()
    {
        await using var bot = new BotApplication();

        var chat = await bot.OpenChatAsync();

        Assert.Contains("un programme, pas une personne", chat.Last[0].Says, StringComparison.Ordinal);
        Assert.Null(chat.Last[0].ReplyToId);
        Assert.NotEmpty(chat.Last[^1].Choices);
    }

    [Fact]
    public async Task FirstWordsAreInTheLanguageOfTheBrowser()
    {
        await using var bot = new BotApplication();

        var chat = await bot.OpenChatAsync("en-US");

        Assert.Contains("a program, not a person", chat.Last[0].Says, StringComparison.Ordinal);
        Assert.Equal("en-GB", chat.Last[0].Json.Text("locale"));
    }

    [Fact]
    public async Task StartingAgainWithTheSameTokenChangesNothing()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var again = await chat.PostAsync(Conversations, new { });

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(chat.ConversationId, (await again.JsonAsync()).Text("conversationId"));
        Assert.Equal(chat.Last.Count, (await chat.ReadAsync()).Count);
    }

    [Fact]
    public async Task NewConversationIsCreatedWithATokenAndAStream()
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var (conversation, token) = await bot.GenerateAsync("""{"user":{"id":"dl_claire"}}""");

        var answer = await bot.SendAsync(Wire.Post(Conversations).Bearing(token));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var started = await answer.JsonAsync();
        Assert.Equal(conversation, started.Text("conversationId"));
        Assert.Equal(1800, started.GetProperty("expires_in").GetInt32());
        Assert.StartsWith($"ws://localhost{Conversations}/{conversation}/stream?watermark=0&t=", started.Text("streamUrl"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(Wire.Get($"{Conversations}/{conversation}").Bearing(started.Text("token")))).StatusCode);
    }

    [Fact]
    public async Task SomebodyWhomTheTokenDoesNotNameIsGreetedWithTheFirstMessage()
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var (conversation, token) = await bot.GenerateAsync();
        var path = $"{Conversations}/{conversation}/activities";
        await bot.SendAsync(Wire.Post(Conversations, """{"locale":"en"}""").Bearing(token));
        var before = await (await bot.SendAsync(Wire.Get(path).Bearing(token))).JsonAsync();

        await bot.SendAsync(Wire.Post(path, """{"type":"message","text":"hello","from":{"id":"u1"}}""").Bearing(token));

        var after = await (await bot.SendAsync(Wire.Get(path).Bearing(token))).JsonAsync();
        Assert.Equal(0, before.GetProperty("activities").GetArrayLength());
        Assert.Contains("not a person", after.GetProperty("activities")[1].Text("text"), StringComparison.Ordinal);
        Assert.Equal("u1", after.GetProperty("activities")[0].GetProperty("from").Text("id"));
    }

    [Fact]
    public async Task UserNamedAtTheStartIsTheTokensUserFromThenOn()
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var (conversation, token) = await bot.GenerateAsync();
        var started = await (await bot.SendAsync(Wire.Post(Conversations, """{"user":{"id":"u1"}}""").Bearing(token))).JsonAsync();
        var path = $"{Conversations}/{conversation}/activities";

        await bot.SendAsync(Wire.Post(path, """{"type":"message","text":"a","from":{"id":"u2"}}""").Bearing(started.Text("token")));

        var stream = await (await bot.SendAsync(Wire.Get(path).Bearing(token))).JsonAsync();
        Assert.Equal("u1", stream.GetProperty("activities")[0].GetProperty("from").Text("id"));
    }

    [Theory, InlineData("""{"user":{"id":"dl_somebody"}}"""), InlineData("""{"user":{"id":""}}""")]
    public async Task NobodyCanClaimAnIdThatOnlyATokenGives(string body)
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var (_, token) = await bot.GenerateAsync();

        var answer = await bot.SendAsync(Wire.Post(Conversations, body).Bearing(token));

        await answer.IsErrorAsync(HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task PartnersServerTalksWithItsSecretAlone()
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var started = await (await bot.SendAsync(Wire.Post(Conversations).Bearing(Wire.Secret))).JsonAsync();
        var path = $"{Conversations}/{started.Text("conversationId")}/activities";

        var posted = await bot.SendAsync(Wire.Post(path, """{"type":"message","text":"a","from":{"id":"dl_server"}}""").Bearing(Wire.Secret));

        await posted.JsonAsync();
        var stream = await (await bot.SendAsync(Wire.Get(path).Bearing(Wire.Secret))).JsonAsync();
        Assert.Equal("dl_server", stream.GetProperty("activities")[0].GetProperty("from").Text("id"));
    }

    [Theory, InlineData(""), InlineData("/activities")]
    public async Task ConversationThatDoesNotExistIsNotFound(string rest)
    {
        await using var bot = new BotApplication(Wire.WithSecret);

        var read = await bot.SendAsync(Wire.Get($"{Conversations}/nowhere{rest}").Bearing(Wire.Secret));
        var posted = await bot.SendAsync(
            Wire.Post($"{Conversations}/nowhere/activities", """{"type":"message","from":{"id":"u"}}""").Bearing(Wire.Secret));

        await read.IsErrorAsync(HttpStatusCode.NotFound, "NotFound");
        await posted.IsErrorAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Theory, InlineData("?watermark=x"), InlineData("?watermark=-1"), InlineData("?watermark=99"), InlineData("?watermark=99999999999")]
    public async Task WatermarkThatWasNeverGivenIsRefused(string query)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var read = await chat.GetAsync($"{chat.Path}/activities{query}");
        var reconnect = await chat.GetAsync($"{chat.Path}{query}");

        await read.IsErrorAsync(HttpStatusCode.BadRequest, "BadArgument");
        await reconnect.IsErrorAsync(HttpStatusCode.BadRequest, "BadArgument");
    }

    [Theory, InlineData(""), InlineData("?watermark="), InlineData("?watermark=-"), InlineData("?watermark=null"), InlineData("?watermark=0")]
    public async Task EveryWayToSayFromTheStartReadsFromTheStart(string query)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var page = await (await chat.GetAsync($"{chat.Path}/activities{query}")).JsonAsync();

        Assert.Equal(chat.Last[0].Id, page.GetProperty("activities")[0].Text("id"));
        Assert.Equal("1", page.Text("watermark"));
    }

    [Fact]
    public async Task LongConversationIsReadInPagesAndLosesNothing()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        for (var i = 0; i < 150; i++)
        {
            await chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = $"message {i}", from = new { id = "me" } });
        }

        var first = await (await chat.GetAsync($"{chat.Path}/activities")).JsonAsync();
        var all = await chat.ReadAsync();

        Assert.Equal("100", first.Text("watermark"));
        Assert.Equal(Enumerable.Range(0, 150).Select(i => $"message {i}"), all.Where(a => !a.IsFromBot).Select(a => a.Says));
    }
}
