using System.Net;
using System.Text;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class TokenTests
{
    private const string Refresh = "/v3/directline/tokens/refresh";
    private const string Generate = "/v3/directline/tokens/generate";

    private static readonly string SharedKey = Convert.ToBase64String(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));

    [Fact]
    public async Task SitesChatGetsATokenThatNamesItsUser()
    {
        await using var bot = new BotApplication();

        var chat = await (await bot.SendAsync(Wire.Get("/chat/token"))).JsonAsync();

        // What the official client reads: the user's id, from the claims.
        var token = new JsonWebToken(chat.Text("token"));
        Assert.Equal(chat.Text("userId"), token.GetClaim("user").Value);
        Assert.Equal(chat.Text("conversationId"), token.GetClaim("conv").Value);
        Assert.Equal(TimeSpan.FromMinutes(30), token.ValidTo - token.IssuedAt);
        Assert.Equal(1800, chat.GetProperty("expires_in").GetInt32());
        Assert.Matches("^dl_[A-Za-z0-9_-]{22}$", chat.Text("userId"));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", chat.Text("conversationId"));
    }

    [Fact]
    public async Task TokenIsRefreshedForTheSameConversationUntilItExpires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00Z", null));
        await using var bot = new BotApplication { Clock = clock };
        var chat = await bot.OpenChatAsync();
        clock.Advance(TimeSpan.FromMinutes(29));

        var refreshed = await (await chat.PostAsync(Refresh, new { })).JsonAsync();

        clock.Advance(TimeSpan.FromMinutes(2));
        await (await chat.PostAsync(Refresh, new { })).IsErrorAsync(HttpStatusCode.Forbidden, "TokenExpired");
        chat.Use(refreshed.Text("token"));
        Assert.Equal(chat.ConversationId, refreshed.Text("conversationId"));
        Assert.NotEmpty(await chat.SayAsync("encore là"));
    }

    [Fact]
    public async Task ExpiredTokenOpensNothing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00Z", null));
        await using var bot = new BotApplication { Clock = clock };
        var chat = await bot.OpenChatAsync();

        clock.Advance(TimeSpan.FromMinutes(30));

        await (await chat.GetAsync(chat.Path)).IsErrorAsync(HttpStatusCode.Forbidden, "TokenExpired");
        await (await chat.GetAsync($"{chat.Path}/activities")).IsErrorAsync(HttpStatusCode.Forbidden, "TokenExpired");
        await (await chat.PostAsync($"{chat.Path}/activities", new { type = "message" })).IsErrorAsync(HttpStatusCode.Forbidden, "TokenExpired");
        await (await chat.PostAsync("/v3/directline/conversations", new { })).IsErrorAsync(HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task TokenOfAnotherConversationIsRefused()
    {
        await using var bot = new BotApplication();
        var mine = await bot.OpenChatAsync();
        var theirs = await bot.OpenChatAsync();

        await (await mine.GetAsync($"{theirs.Path}/activities")).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await mine.GetAsync(theirs.Path)).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await mine.PostAsync($"{theirs.Path}/activities", new { type = "message" })).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await mine.PostAsync($"{theirs.Path}/upload", new { })).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        Assert.Empty(await theirs.ReadAsync("1"));
    }

    [Theory, InlineData(null), InlineData("Bearer"), InlineData("Bearer  "), InlineData("Basic abc"), InlineData("abc")]
    public async Task MissingOrMalformedHeaderIsUnauthorized(string? header)
    {
        await using var bot = new BotApplication(Wire.WithSecret);
        var request = Wire.Post("/v3/directline/conversations");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        var answer = await bot.SendAsync(request);

        await answer.IsErrorAsync(HttpStatusCode.Unauthorized, "BadArgument");
    }

    [Fact]
    public async Task TokenThatWeDidNotSignIsRefused()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        var parts = chat.Token.Split('.');
        var unsigned = $"{Base64("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
        var otherUser = $"{parts[0]}.{Base64($$"""{"conv":"{{chat.ConversationId}}","user":"dl_other","exp":9999999999}""")}.{parts[2]}";
        var otherKey = new DirectLineTokens(new TokenKey(new byte[32]), TimeProvider.System).Issue(new Grant(chat.ConversationId, null, []));

        foreach (var forged in new[] { unsigned, otherUser, otherKey, "garbage", parts[0] })
        {
            var answer = await bot.SendAsync(Wire.Get($"{chat.Path}/activities").Bearing(forged));

            await answer.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        }
    }

    [Fact]
    public async Task TokenSurvivesARestart()
    {
        await using var first = new BotApplication { KeepFolder = true };
        var chat = await first.OpenChatAsync();
        await first.DisposeAsync();

        await using var second = new BotApplication { Folder = first.Folder };
        var answer = await second.SendAsync(Wire.Get($"{chat.Path}/activities").Bearing(chat.Token));

        Assert.Equal(chat.Last[0].Id, (await answer.JsonAsync()).GetProperty("activities")[0].Text("id"));
    }

    [Fact]
    public async Task LostProtectionKeysCostOpenChatsATokenAndNothingElse()
    {
        await using var first = new BotApplication { KeepFolder = true };
        var chat = await first.OpenChatAsync();
        await first.DisposeAsync();
        foreach (var key in Directory.GetFiles(Path.Combine(first.Folder, "keys"), "*.xml"))
        {
            File.Delete(key);
        }

        await using var second = new BotApplication { Folder = first.Folder };
        var answer = await second.SendAsync(Wire.Get(chat.Path).Bearing(chat.Token));

        await answer.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        Assert.NotEmpty((await second.OpenChatAsync()).Last);
    }

    [Fact]
    public async Task ConfiguredKeyMakesTokensGoodOnEveryReplica()
    {
        await using var one = new BotApplication(("DirectLine:TokenKey", SharedKey));
        await using var other = new BotApplication(("DirectLine:TokenKey", SharedKey));
        var token = one.Services.GetRequiredService<DirectLineTokens>().Issue(new Grant("shared", "dl_a", []));

        var answer = await other.SendAsync(Wire.Post(Refresh).Bearing(token));

        Assert.Equal("shared", (await answer.JsonAsync()).Text("conversationId"));
        Assert.False(File.Exists(Path.Combine(other.Folder, "keys", TokenKey.FileName)));
    }

    [Fact]
    public async Task OnlyASecretGeneratesTokens()
    {
        await using var bot = new BotApplication(Wire.WithSecret, ("DirectLine:Secrets:1", "the-other-partners-secret"));
        var chat = await bot.OpenChatAsync();

        await (await chat.PostAsync(Generate, new { })).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await bot.SendAsync(Wire.Post(Generate).Bearing(Wire.Secret + "x"))).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await bot.SendAsync(Wire.Post(Refresh).Bearing(Wire.Secret))).IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await (await bot.SendAsync(Wire.Post(Generate).Bearing("the-other-partners-secret"))).JsonAsync();
    }

    [Theory]
    [InlineData("""{"user":{"id":"claire"}}""", "BadArgument")]
    [InlineData("""{"user":{"id":"dl_claire"},"trustedOrigins":["not an origin"]}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":[null]}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":"https://a.fr"}""", "BadSyntax")]
    public async Task TokenIsNotGeneratedForWhatItCouldNotVouchFor(string body, string code)
    {
        await using var bot = new BotApplication(Wire.WithSecret);

        var answer = await bot.SendAsync(Wire.Post(Generate, body).Bearing(Wire.Secret));

        await answer.IsErrorAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task SessionIdIsTheSameForAConversation()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var once = await (await chat.GetAsync("/v3/directline/session/getsessionid")).JsonAsync();
        var twice = await (await chat.GetAsync("/v3/directline/session/getsessionid")).JsonAsync();

        Assert.NotEmpty(once.Text("sessionId"));
        Assert.Equal(once.Text("sessionId"), twice.Text("sessionId"));
    }

    private static string Base64(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
