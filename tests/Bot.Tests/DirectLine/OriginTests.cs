using System.Net;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class OriginTests
{
    private const string Partner = "https://www.partenaire.example";
    private const string Stranger = "https://autre.example";
    private const string Own = "http://localhost";

    private static readonly (string, string) TrustingPartner = ("DirectLine:TrustedOrigins:0", Partner);

    [Theory]
    [InlineData("POST", "/tokens/refresh")]
    [InlineData("POST", "/tokens/generate")]
    [InlineData("POST", "/conversations")]
    [InlineData("GET", "/conversations/{0}")]
    [InlineData("GET", "/conversations/{0}/activities")]
    [InlineData("POST", "/conversations/{0}/activities")]
    [InlineData("POST", "/conversations/{0}/upload")]
    [InlineData("GET", "/conversations/{0}/stream")]
    [InlineData("GET", "/session/getsessionid")]
    public async Task PageOfAStrangerIsRefusedEverywhere(string method, string path)
    {
        await using var bot = new BotApplication(TrustingPartner);
        var chat = await bot.OpenChatAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v3/directline" + path.Replace("{0}", chat.ConversationId, StringComparison.Ordinal));

        var answer = await bot.SendAsync(request.Bearing(chat.Token).From(Stranger));

        await answer.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory, InlineData(Partner), InlineData(Own), InlineData(null)]
    public async Task TrustedPageOurOwnAndServersAreServed(string? origin)
    {
        await using var bot = new BotApplication(TrustingPartner);
        var chat = await bot.OpenChatAsync();
        var request = Wire.Get($"{chat.Path}/activities").Bearing(chat.Token);

        var answer = await bot.SendAsync(origin is null ? request : request.From(origin));

        await answer.JsonAsync();
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task WithoutTrustedOriginsOnlyOurOwnPagesAreServed()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var own = await bot.SendAsync(Wire.Get(chat.Path).Bearing(chat.Token).From(Own));
        var partner = await bot.SendAsync(Wire.Get(chat.Path).Bearing(chat.Token).From(Partner));
        var sandbox = await bot.SendAsync(Wire.Get(chat.Path).Bearing(chat.Token).From("null"));

        await own.JsonAsync();
        await partner.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await sandbox.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
    }

    [Fact]
    public async Task TrustedBrowserMayReadTheAnswersAndSendWhatTheClientSends()
    {
        await using var bot = new BotApplication(TrustingPartner);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        var allowed = await bot.SendAsync(preflight.From(Partner));
        var refused = await bot.SendAsync(Wire.Post("/v3/directline/conversations").From(Partner));

        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal(Partner, Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("true", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Credentials")));
        var headers = Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")).Split(',');
        Assert.Superset(new HashSet<string>(["Authorization", "Content-Type", "X-Requested-With", "x-ms-bot-agent"]), headers.ToHashSet());
        Assert.Contains("POST", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        // The page must be able to read why it was refused.
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(Partner, Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task TokenForOneSiteDoesNotServeAnother()
    {
        const string Other = "https://second.example";
        await using var bot = new BotApplication(Wire.WithSecret, TrustingPartner, ("DirectLine:TrustedOrigins:1", Other));
        var (_, token) = await bot.GenerateAsync($$"""{"trustedOrigins":["{{Partner}}"]}""");

        var meant = await bot.SendAsync(Wire.Post("/v3/directline/tokens/refresh").Bearing(token).From(Partner));
        var stolen = await bot.SendAsync(Wire.Post("/v3/directline/tokens/refresh").Bearing(token).From(Other));
        var refreshed = (await meant.JsonAsync()).Text("token");
        var stolenLater = await bot.SendAsync(Wire.Post("/v3/directline/tokens/refresh").Bearing(refreshed).From(Other));

        await stolen.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
        await stolenLater.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
    }

    [Fact]
    public async Task TokenOfTheSitesChatIsForTheSiteOnly()
    {
        await using var bot = new BotApplication(TrustingPartner);

        var own = await bot.SendAsync(Wire.Get("/chat/token").From(Own));
        var partner = await bot.SendAsync(Wire.Get("/chat/token").From(Partner));

        await own.JsonAsync();
        Assert.Equal("no-store", own.Headers.CacheControl?.ToString());
        await partner.IsErrorAsync(HttpStatusCode.Forbidden, "BadArgument");
    }
}
