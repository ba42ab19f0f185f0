using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Telephony.Tests.Support;

/// The provider's REST interface on a real server: each answer is the next that the test has set, failures included.
public sealed class ApiHost : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";

    private readonly WebApplication _app;
    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers;

    private ApiHost(WebApplication app, ServiceProvider services, ConcurrentQueue<Func<HttpContext, Task>> answers, ConcurrentQueue<string> requests, FakeTimeProvider time) =>
        (_app, _services, _answers, Requests, Time) = (app, services, answers, requests, time);

    /// `METHOD path?query`, the authorization and the body, each on a line.
    public ConcurrentQueue<string> Requests { get; }

    public FakeTimeProvider Time { get; }

    public ICallControl Control => _services.GetRequiredService<ICallControl>();

    public static async Task<ApiHost> StartAsync(Action<TelephonyOptions>? also = null)
    {
        var answers = new ConcurrentQueue<Func<HttpContext, Task>>();
        var requests = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            requests.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{http.Request.Headers.Authorization}\n{await body.ReadToEndAsync()}");
            await (answers.TryDequeue(out var answer) ? answer(http) : Answer(http, 500, "nothing was set"));
        });
        await app.StartAsync();

        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging();
        services.AddTelephony();
        services.Configure<TelephonyOptions>(options =>
        {
            options.AccountSid = Account;
            options.AuthToken = "nouveau,ancien";
            options.PhoneNumber = "+33199002017";
            options.PublicBaseUrl = "https://voix.example.fr/";
            options.ApiBaseUrl = app.Urls.Single();
            also?.Invoke(options);
        });
        return new ApiHost(app, services.BuildServiceProvider(), answers, requests, time);
    }

    public ApiHost Answers(int status, string json, string? retryAfter = null) => Does(http =>
    {
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return Answer(http, status, json);
    });

    public ApiHost Does(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ApiHost ClosesTheConnection() => Does(http =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// Time passes until it has an answer: between tries, and where the other side says nothing.
    public async Task<T> PassTimeAsync<T>(Task<T> answer)
    {
        while (!answer.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(answer, Task.Delay(5));
        }

        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static Task Answer(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json)).AsTask();
    }
}
