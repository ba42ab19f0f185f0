using System.Collections.Concurrent;
using System.Net.Http.Json;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Telephony;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// The host on a port of this machine, and what callers say to it.
internal sealed class ServedLine : IAsyncDisposable
{
    private readonly BotApplication _bot;

    public ServedLine(params (string Key, string Value)[] settings)
    {
        _bot = new BotApplication(settings)
        {
            With = services =>
            {
                services.Replace(ServiceDescriptor.Singleton<ICallHandler>(Heard));
                services.AddHttpClient("WebhookSender", http => http.Timeout = Patience ?? http.Timeout);
            },
        };
        _bot.UseKestrel(0);
        _bot.StartServer();
        Http = _bot.CreateClient();
    }

    public HttpClient Http { get; }

    /// How long the line may take, where not as long as the provider gives it.
    public TimeSpan? Patience { get; init; }

    public Listener Heard { get; } = new();

    /// As the page's phone asks, or otherwise.
    public async Task<HttpResponseMessage> AskAsync(string target, Action<HttpRequestMessage> otherwise, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telephone/webhook")
        {
            Content = JsonContent.Create(new { target, form = fields.Append(("CallSid", "CA1")).ToDictionary() }),
        };
        request.Headers.Add("Origin", Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        otherwise(request);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> AskAsync(string target, params (string Name, string Value)[] fields) => AskAsync(target, _ => { }, fields);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _bot.DisposeAsync();
    }

    /// In place of the dialogue: remembers what it was told.
    internal sealed class Listener : ICallHandler
    {
        public ConcurrentQueue<CallTurn> Turns { get; } = new();

        /// Answers at once where there is none.
        public TaskCompletionSource<CallScript>? Answer { get; set; }

        public Task<CallScript> OnTurnAsync(CallTurn turn, CancellationToken cancellationToken)
        {
            Turns.Enqueue(turn);
            return Answer?.Task ?? Task.FromResult(new CallScript("Oui ?", new Listen()));
        }

        public CallScript Apologise(CallTurn turn) => new("Pardon ?", new Listen());

        public Task OnEventAsync(LineEvent happened, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<string>> OnMessageAsync(TextMessage message, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([]);
    }
}
