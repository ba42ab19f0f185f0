using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Telephony.Tests.Support;

/// The whole line on a real server, with a product that the test plays and a clock that it sets.
public sealed class LineHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private LineHost(WebApplication app, ScriptedHandler product, FakeTimeProvider time)
    {
        (_app, Product, Time) = (app, product, time);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public ScriptedHandler Product { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<LineHost> StartAsync(VoiceMode mode = VoiceMode.Gather)
    {
        var product = new ScriptedHandler();
        var time = new FakeTimeProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddScoped<ICallHandler>(_ => product);
        builder.Services.Configure<TelephonyOptions>(options => options.VoiceMode = mode);
        builder.Services.AddTelephony();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapTelephony();
        await app.StartAsync();
        return new LineHost(app, product, time);
    }

    /// The provider asks; a call id, numbers and status are added unless they are given.
    public async Task<XElement> AskAsync(string route, string form = "")
    {
        using var response = await SendAsync(route, form);
        Assert.Equal("text/xml", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendAsync(string route, string form = "")
    {
        var common = form.Contains("CallSid", StringComparison.Ordinal) ? "" : "CallSid=CA1&From=%2B33612345678&To=%2B33199002017&CallStatus=in-progress&";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telephony/" + route);
        request.Content = new StringContent(common + form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        request.Headers.Add("I-Twilio-Idempotency-Token", "token-1");
        return await _http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
