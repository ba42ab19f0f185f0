using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CroissanceConnectee.Telephony;

/// The provider's REST interface: one request, and what became of it.
internal sealed class ApiClient(HttpClient http, IOptionsMonitor<TelephonyOptions> options, ILogger<ApiClient> logger)
{
    /// Requests that may be made twice, because the second changes nothing.
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("repeatable");

    public TelephonyOptions Options => options.CurrentValue;

    public Task<Outcome<T>> GetAsync<T>(string what, string path, Func<JsonElement, T> read, CancellationToken cancellation) =>
        SendAsync(what, HttpMethod.Get, path, null, repeatable: true, read, cancellation);

    public Task<Outcome<T>> PostAsync<T>(
        string what, string path, IEnumerable<(string Name, string? Value)> parameters, bool repeatable, Func<JsonElement, T> read, CancellationToken cancellation) =>
        SendAsync(what, HttpMethod.Post, path, parameters, repeatable, read, cancellation);

    private async Task<Outcome<T>> SendAsync<T>(
        string what, HttpMethod method, string path, IEnumerable<(string Name, string? Value)>? parameters, bool repeatable,
        Func<JsonElement, T> read, CancellationToken cancellation)
    {
        var account = Options;
        if (account.AccountSid.Length == 0)
        {
            return new Outcome<T>(OutcomeKind.NotConfigured);
        }

        using var request = new HttpRequestMessage(method, $"{account.ApiBaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{account.AccountSid}/{path}");
        request.Options.Set(Repeatable, repeatable);
        request.Headers.Authorization = Credentials(account);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (parameters is not null)
        {
            request.Content = new FormUrlEncodedContent(
                parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value!)));
        }

        var outcome = await AskAsync(request, repeatable, read, cancellation);
        if (outcome.Kind != OutcomeKind.Done)
        {
            TelephonyLog.RequestFailed(logger, what, outcome.Kind, outcome.Status, outcome.Code);
        }

        return outcome;
    }

    private async Task<Outcome<T>> AskAsync<T>(HttpRequestMessage request, bool repeatable, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        // What can be repeated has not happened as far as anybody cares; of the rest only the provider knows.
        var unclear = new Outcome<T>(repeatable ? OutcomeKind.NotNow : OutcomeKind.Unclear);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return await ReadAsync(response, unclear, read, cancellation);
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new Outcome<T>(OutcomeKind.NotNow);
        }
        catch (Exception broken) when (broken is HttpRequestException or TimeoutRejectedException or IOException or RateLimiterRejectedException or BrokenCircuitException
            || (broken is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return unclear;
        }
    }

    private static async Task<Outcome<T>> ReadAsync<T>(
        HttpResponseMessage response, Outcome<T> unclear, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var json = await JsonAsync(response, cancellation);
        var code = json is { } body && body.TryGetProperty("code", out var number) && number.TryGetInt32(out var known) ? known : (int?)null;
        var after = response.Headers.RetryAfter?.Delta;
        if (response.IsSuccessStatusCode)
        {
            // Something answered in the provider's place, or what it said was lost on the way.
            return json is { } value && TryRead(value, read, out var result)
                ? new Outcome<T>(OutcomeKind.Done) { Value = result, Status = status }
                : unclear with { Status = status };
        }

        return response.StatusCode switch
        {
            // Documented as never having been processed.
            HttpStatusCode.TooManyRequests => new Outcome<T>(OutcomeKind.NotNow) { Status = status, Code = code, RetryAfter = after },
            HttpStatusCode.NotFound => new Outcome<T>(OutcomeKind.NotFound) { Status = status, Code = code },
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => unclear with { Status = status, Code = code, RetryAfter = after },
            _ => new Outcome<T>(OutcomeKind.Refused) { Status = status, Code = code },
        };
    }

    private static async Task<JsonElement?> JsonAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryRead<T>(JsonElement json, Func<JsonElement, T> read, out T? result)
    {
        try
        {
            result = read(json);
            return true;
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            result = default;
            return false;
        }
    }

    private static AuthenticationHeaderValue Credentials(TelephonyOptions account)
    {
        var (user, secret) = account.ApiKeySid.Length > 0
            ? (account.ApiKeySid, account.ApiKeySecret)
            : (account.AccountSid, account.AuthTokens[0]);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")));
    }
}
