using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony.Tests.Support;

/// A real server with one endpoint behind the filter, which answers with the parameters it was given.
public sealed class WebhookHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookHost(WebApplication app, HttpClient http) => (_app, Http) = (app, http);

    public HttpClient Http { get; }

    public static async Task<WebhookHost> StartAsync(string authToken, string publicBaseUrl = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<TelephonyOptions>(options => (options.AuthToken, options.PublicBaseUrl) = (authToken, publicBaseUrl));
        var app = builder.Build();
        app.UseWebSockets();
        app.MapGroup("/telephony").AddEndpointFilter<RouteGroupBuilder, WebhookFilter>().Map("/echo", Echo);
        await app.StartAsync();
        return new WebhookHost(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    public Task<HttpResponseMessage> PostAsync(string target, string body, string? signature = null, string type = "application/x-www-form-urlencoded") =>
        SendAsync(HttpMethod.Post, target, request =>
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            if (signature is not null)
            {
                request.Headers.Add("X-Twilio-Signature", signature);
            }
        });

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string target, Action<HttpRequestMessage> also)
    {
        using var request = new HttpRequestMessage(method, target);
        also(request);
        return await Http.SendAsync(request);
    }

    public static async Task NothingWasSaidAsync(HttpResponseMessage refused)
    {
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static string Echo(HttpContext http) =>
        string.Join('|', http.Features.GetRequiredFeature<WebhookForm>().Select(parameter => $"{parameter.Key}={parameter.Value}"));
}
