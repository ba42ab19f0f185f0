using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// The provider's calls on a server of this machine: makes them, lists them, and loses an answer as it is told.
internal sealed class CallsProvider : IAsyncDisposable
{
    private const string Account = "AC00000000000000000000000000000001";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private int _lost;

    private CallsProvider(WebApplication app, TimeProvider clock, int lost) => (_app, _clock, _lost) = (app, clock, lost);

    public ConcurrentQueue<(string To, Uri Url, DateTimeOffset At)> Made { get; } = new();

    public (string, string)[] Settings =>
    [
        ("Twilio:AccountSid", Account),
        ("Twilio:PhoneNumber", "+33199002017"),
        ("Twilio:ApiBaseUrl", _app.Urls.Single()),
    ];

    public static async Task<CallsProvider> StartAsync(TimeProvider clock, int losesAnswers = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new CallsProvider(app, clock, losesAnswers);
        app.MapPost($"/2010-04-01/Accounts/{Account}/Calls.json", provider.MakeAsync);
        app.MapGet($"/2010-04-01/Accounts/{Account}/Calls.json", provider.ListAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task MakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync());
        Made.Enqueue((form["To"].ToString(), new Uri(form["Url"].ToString()), _clock.GetUtcNow()));
        if (_lost-- > 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsJsonAsync(Record(Made.Count, Made.Last()));
    }

    private Task ListAsync(HttpContext http) =>
        http.Response.WriteAsJsonAsync(new { calls = Made.Select((made, at) => Record(at + 1, made)), next_page_uri = (string?)null });

    private static Dictionary<string, object?> Record(int number, (string To, Uri Url, DateTimeOffset At) made) => new()
    {
        ["sid"] = $"CAout{number}",
        ["to"] = made.To,
        ["status"] = "queued",
        ["date_created"] = made.At.ToString("R", CultureInfo.InvariantCulture),
        ["duration"] = null,
        ["answered_by"] = null,
    };
}
