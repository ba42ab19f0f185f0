using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Telephony;
using Microsoft.AspNetCore.Hosting;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// What the page's phone asks its own server for: over real HTTP, since that is how the line is asked in turn.
public sealed class BrowserPhoneTests
{
    private const string Token = "un secret partagé";

    [Fact]
    public async Task CallReachesTheLineWithNothingConfigured()
    {
        await using var bot = new ServedLine();

        using var answer = await bot.AskAsync("/telephony/voice");

        var document = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((200, "text/xml"), (document.GetProperty("status").GetInt32(), document.GetProperty("contentType").GetString()));
        Assert.Contains("<Response>", document.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://voix.exemple.fr/standard")]
    public async Task WebhooksAreSignedAsTheProviderSignsThem(string publicAddress)
    {
        await using var bot = new ServedLine(("Twilio:AuthToken", Token + ",celui d'avant"), ("Twilio:PublicBaseUrl", publicAddress));

        using var unsigned = await bot.Http.PostAsync(new Uri("/telephony/turn?n=1", UriKind.Relative), null, Cancellation);
        using var answer = await bot.AskAsync("/telephony/turn?n=1", ("SpeechResult", "Je vends du cidre à Québec, ça marche ?"));

        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);
        Assert.Equal(200, await StatusAsync(answer));
        Assert.Equal(new Spoke("Je vends du cidre à Québec, ça marche ?", null), Assert.Single(bot.Heard.Turns).Input);
    }

    [Theory]
    [InlineData("/experts")]
    [InlineData("/telephony")]
    [InlineData("/telephony/../experts")]
    [InlineData("/telephony/%2e%2e/experts")]
    [InlineData("/telephony/turn/../../experts")]
    [InlineData("//ailleurs.example/telephony/voice")]
    [InlineData("https://ailleurs.example/telephony/voice")]
    [InlineData("@ailleurs.example/telephony/voice")]
    [InlineData("/telephony/voice?a=b c")]
    [InlineData("/telephony/voice\r\nX-Forged: 1")]
    [InlineData("")]
    public async Task OnlyTheLineCanBeAsked(string target)
    {
        await using var bot = new ServedLine();

        using var answer = await bot.AskAsync(target);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://ailleurs.example", null)]
    [InlineData("null", null)]
    [InlineData("http://localhost:1", null)]
    [InlineData(null, null)]
    // Another name for this machine, in the hands of whoever made it up.
    [InlineData("http://ailleurs.example", "ailleurs.example")]
    public async Task OnlyItsOwnPageMayAsk(string? origin, string? host)
    {
        await using var bot = new ServedLine();

        using var answer = await bot.AskAsync("/telephony/voice", request =>
        {
            request.Headers.Remove("Origin");
            request.Headers.Host = host;
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }
        });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(bot.Heard.Turns);
    }

    [Fact]
    public async Task SocketIsOpenedForItsOwnPageOnly()
    {
        await using var bot = new ServedLine();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://ailleurs.example");
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(bot.Http.BaseAddress!) { Scheme = "ws", Path = "/telephone/relay" }.Uri, Cancellation));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task LineThatFailsIsReportedAsItFails()
    {
        await using var bot = new ServedLine();

        // The socket's own address takes no form.
        using var answer = await bot.AskAsync("/telephony/relay");

        Assert.Equal(405, await StatusAsync(answer));
    }

    [Fact]
    public async Task LineThatTakesTooLongIsReportedAsTooSlow()
    {
        await using var bot = new ServedLine { Patience = TimeSpan.FromMilliseconds(1) };
        var late = bot.Heard.Answer = new();

        using var answer = await bot.AskAsync("/telephony/voice");
        late.SetResult(new CallScript("Trop tard.", new HangUp()));

        Assert.Equal(504, await StatusAsync(answer));
    }

    [Fact]
    public async Task NeitherPageNorServerExistsInProduction()
    {
        await using var bot = new BotApplication();
        await using var production = bot.WithWebHostBuilder(host => host.UseEnvironment("Production"));
        using var http = production.CreateClient();

        using var page = await http.GetAsync(new Uri("/telephone", UriKind.Relative), Cancellation);
        using var server = await http.PostAsJsonAsync("/telephone/webhook", new { target = "/telephony/voice", form = new { } }, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, server.StatusCode);
    }

    [Fact]
    public async Task OnlyThePageOfThePhoneMayUseTheMicrophone()
    {
        await using var bot = new ServedLine();

        using var phone = await bot.Http.GetAsync(new Uri("/telephone", UriKind.Relative), Cancellation);
        using var other = await bot.Http.GetAsync(new Uri("/donnees", UriKind.Relative), Cancellation);

        Assert.Contains("microphone=(self)", phone.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("microphone=()", other.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<int> StatusAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("status").GetInt32();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
