using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// The provider's messages on a server of this machine: takes them, lists them, and fails as it is told.
internal sealed class MessagesProvider : IAsyncDisposable
{
    private const string Account = "AC00000000000000000000000000000001";

    private readonly WebApplication _app;
    private int _refusals;
    private bool _losesAnswer;

    private MessagesProvider(WebApplication app) => _app = app;

    public ConcurrentQueue<(string To, string Text)> Sent { get; } = new();

    public (string, string)[] Settings =>
    [
        ("Twilio:AccountSid", Account),
        ("Twilio:PhoneNumber", "+33199002017"),
        ("Twilio:ApiBaseUrl", _app.Urls.Single()),
    ];

    public static async Task<MessagesProvider> StartAsync(int refusals = 0, bool losesTheFirstAnswer = false, bool optedOut = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new MessagesProvider(app) { _refusals = refusals, _losesAnswer = losesTheFirstAnswer };
        var path = $"/2010-04-01/Accounts/{Account}/Messages.json";
        app.Map(path, http => http.Request.Method == "GET" ? provider.ListAsync(http) : optedOut ? OptedOutAsync(http) : provider.TakeAsync(http));
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static Task OptedOutAsync(HttpContext http)
    {
        http.Response.StatusCode = 400;
        return http.Response.WriteAsJsonAsync(new { code = 21610, message = "Attempt to send to unsubscribed recipient" });
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (_refusals-- > 0)
        {
            http.Response.StatusCode = 503;
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync());
        Sent.Enqueue((form["To"].ToString(), form["Body"].ToString()));
        if (_losesAnswer)
        {
            _losesAnswer = false;
            http.Abort();
            return;
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsJsonAsync(Record(Sent.Count, Sent.Last()));
    }

    private Task ListAsync(HttpContext http) => http.Response.WriteAsJsonAsync(new { messages = Sent.Select((sent, at) => Record(at + 1, sent)), next_page_uri = (string?)null });

    private static Dictionary<string, object?> Record(int number, (string To, string Text) sent) => new()
    {
        ["sid"] = $"SM{number}",
        ["to"] = sent.To,
        ["body"] = sent.Text,
        ["status"] = "queued",
        ["date_created"] = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
        ["date_sent"] = null,
        ["error_code"] = null,
    };
}
