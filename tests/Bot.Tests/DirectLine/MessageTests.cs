using System.Net;
using System.Text;
using System.Text.Json;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class MessageTests
{
    [Fact]
    public async Task MessageComesBackOnTheStreamAsItWasSentAndIsAnswered()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        const string ChannelData = """{"clientActivityID":"c-1","price":1.50,"name":"Ren\u00e9","deep":[{"a":null}]}""";

        var posted = await PostAsync(chat, $$"""{"type":"message","text":"Où ça ?","from":{"id":"{{chat.UserId}}","name":"Claire"},"channelData":{{ChannelData}}}""");

        var id = (await posted.JsonAsync()).Text("id");
        var stream = await chat.ReadAsync("1");
        Assert.Equal($"{chat.ConversationId}|0000001", id);
        Assert.Equal(id, stream[0].Id);
        Assert.Equal("Où ça ?", stream[0].Says);
        Assert.Equal("plain", stream[0].Json.Text("textFormat"));
        Assert.Equal("Claire", stream[0].Json.GetProperty("from").Text("name"));
        Assert.Equal(ChannelData, stream[0].Json.GetProperty("channelData").GetRawText());
        Assert.All(stream.Skip(1), answer => Assert.Equal(id, answer.ReplyToId));
    }

    [Fact]
    public async Task ForgedSenderIsReplacedByTheTokensUser()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await PostAsync(chat, """{"type":"message","text":"c'est moi","from":{"id":"dl_somebody-else","role":"bot"}}""");

        var echo = (await chat.ReadAsync("1"))[0].Json.GetProperty("from");
        Assert.Equal(chat.UserId, echo.Text("id"));
        Assert.Equal("user", echo.Text("role"));
    }

    [Theory]
    [InlineData("""{"type":"message","text":"a","channelData":{"clientActivityID":"x"}}""")]
    [InlineData("""{"type":"message","text":"a","id":"x"}""")]
    public async Task SameMessageTwiceHasOneEffectAndOneId(string activity)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var once = await (await PostAsync(chat, activity)).JsonAsync();
        var twice = await (await PostAsync(chat, activity)).JsonAsync();

        Assert.Equal(once.Text("id"), twice.Text("id"));
        Assert.Single(await chat.ReadAsync("1"), activity => !activity.IsFromBot);
    }

    [Fact]
    public async Task SameWordsWithoutAnIdAreTwoMessages()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await PostAsync(chat, """{"type":"message","text":"oui","channelData":{"clientActivityID":7}}""");
        await PostAsync(chat, """{"type":"message","text":"oui","channelData":"\ud800","value":"x"}""");

        Assert.Equal(2, (await chat.ReadAsync("1")).Count(activity => !activity.IsFromBot));
    }

    [Fact]
    public async Task ChosenSuggestionReachesTheBotByItsValue()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var answers = await chat.ChooseAsync("Parler à un conseiller");

        Assert.Contains("téléphone", answers[^1].Says, StringComparison.Ordinal);
        Assert.Equal("Parler à un conseiller", (await chat.ReadAsync("1"))[0].Says);
    }

    [Fact]
    public async Task ChoiceWithoutWordsIsShownAsItsLabel()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await PostAsync(chat, """{"type":"message","value":{"choice":"person:ask"},"channelData":{"messageBack":{"displayText":"Une personne"}}}""");

        Assert.Equal("Une personne", (await chat.ReadAsync("1"))[0].Says);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀🎉")]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("a\0b\u0007c\u001b[31m")]
    [InlineData("\u202eabc\u202c \u200f\u200e")]
    [InlineData("'; DROP TABLE Conversations; --")]
    public async Task OddMessageIsAnsweredAndComesBackUnchanged(string text)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var answers = await chat.SayAsync(text);

        Assert.NotEmpty(answers);
        var echo = (await chat.ReadAsync("1"))[0];
        Assert.Equal(text, echo.Says);
        Assert.Equal("plain", echo.Json.Text("textFormat"));
    }

    [Theory, InlineData("typing"), InlineData("event"), InlineData("invoke"), InlineData("made-up")]
    public async Task ActivityThatIsNoMessageIsAcceptedAndLeavesNoTrace(string type)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var posted = await PostAsync(chat, $$"""{"type":"{{type}}","name":"webchat/join"}""");

        Assert.NotEmpty((await posted.JsonAsync()).Text("id"));
        Assert.Empty(await chat.ReadAsync("1"));
    }

    [Theory]
    [InlineData("", "MissingProperty")]
    [InlineData("{}", "MissingProperty")]
    [InlineData("""{"type":""}""", "MissingProperty")]
    [InlineData("{", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("""{"type":"message"}{}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":5}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":"\ud800"}""", "BadSyntax")]
    public async Task MalformedActivityIsRefused(string body, string code)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var answer = await PostAsync(chat, body);

        await answer.IsErrorAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task ActivityWithoutASenderIsRefusedWhenTheTokenNamesNone()
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var (conversation, token) = await bot.GenerateAsync();
        var path = $"/v3/directline/conversations/{conversation}/activities";

        var nobody = await bot.SendAsync(Wire.Post(path, """{"type":"message","text":"a"}""").Bearing(token));
        var claimed = await bot.SendAsync(Wire.Post(path, """{"type":"message","text":"a","from":{"id":"dl_x"}}""").Bearing(token));

        await nobody.IsErrorAsync(HttpStatusCode.BadRequest, "MissingProperty");
        await claimed.IsErrorAsync(HttpStatusCode.BadRequest, "MissingProperty");
    }

    [Fact]
    public async Task BodyThatIsNotJsonIsRefused()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var answer = await chat.PostAsync($"{chat.Path}/activities", new StringContent("type=message", Encoding.UTF8, "text/plain"));

        await answer.IsErrorAsync(HttpStatusCode.UnsupportedMediaType, "NotSupported");
    }

    [Theory, InlineData('a'), InlineData('€')]
    public async Task SizeLimitCountsCharactersOfTheWholeActivity(char letter)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        const string Envelope = """{"type":"message","text":""}""";
        var largest = $$"""{"type":"message","text":"{{new string(letter, (256 * 1024) - Envelope.Length)}}"}""";

        var accepted = await PostAsync(chat, largest);
        var refused = await PostAsync(chat, largest + " ");

        await accepted.JsonAsync();
        await refused.IsErrorAsync(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        Assert.Single(await chat.ReadAsync("1"), activity => !activity.IsFromBot);
    }

    [Fact]
    public async Task BodyThatDoesNotSayItsLengthIsRefusedOnceItIsTooLong()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var answer = await chat.PostAsync($"{chat.Path}/activities", new ContentOfUnknownLength(new byte[1024 * 1024]));

        await answer.IsErrorAsync(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
    }

    [Fact]
    public async Task TwoHundredMessagesAtOnceAreAllKeptAndInOneOrder()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        var burst = Enumerable.Range(0, 200).Select(i => PostAsync(chat, $$"""{"type":"message","text":"m{{i}}","id":"{{i}}"}"""));

        var answers = await Task.WhenAll(burst);

        var ids = new List<string>();
        foreach (var answer in answers)
        {
            ids.Add((await answer.JsonAsync()).Text("id"));
        }

        var echoes = (await chat.ReadAsync("1")).Where(activity => !activity.IsFromBot).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), echoes.Select(echo => echo.Id));
        Assert.Equal(200, echoes.Select(echo => echo.Says).Distinct().Count());
        Assert.All(echoes, echo => Assert.Equal(ids[int.Parse(echo.Says[1..], null)], echo.Id));
    }

    [Fact]
    public async Task FilesAreRefusedAndNotKept()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        var multipart = new MultipartFormDataContent
        {
            { new StringContent("""{"type":"message","from":{"id":"u"}}""", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob" },
            { new ByteArrayContent([1, 2, 3]), "file", "devis.pdf" },
        };

        var form = await chat.PostAsync($"{chat.Path}/upload?userId={chat.UserId}", multipart);
        var raw = await chat.PostAsync($"{chat.Path}/upload?userId={chat.UserId}", new ByteArrayContent([1, 2, 3]));

        await form.IsErrorAsync(HttpStatusCode.BadRequest, "NotSupported");
        await raw.IsErrorAsync(HttpStatusCode.BadRequest, "NotSupported");
        Assert.Equal(1, await bot.ReadDataAsync(data => data.Transcript.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static Task<HttpResponseMessage> PostAsync(ChatClient chat, string json) =>
        chat.PostAsync($"{chat.Path}/activities", new StringContent(json, Encoding.UTF8, "application/json"));

    private sealed class ContentOfUnknownLength : HttpContent
    {
        private readonly byte[] _bytes;

        public ContentOfUnknownLength(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
