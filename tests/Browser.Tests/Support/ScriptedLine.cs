using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace CroissanceConnectee.Browser.Tests.Support;

/// A line that answers what the test says, in place of the product's: for what the product does not ask of every caller.
public sealed class ScriptedLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, string> _documents;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedLine(Dictionary<string, string> documents) => _documents = documents;

    public ConcurrentQueue<Webhook> Asked { get; } = new();

    /// Verbs by the last part of the address that they answer; what is not named answers an empty document, which ends the call.
    public static async Task<ScriptedLine> AnswerAsync(Visitor visitor, params (string Address, string Verbs)[] documents)
    {
        var line = new ScriptedLine(documents.ToDictionary(document => document.Address, document => $"<Response>{document.Verbs}</Response>"));
        await visitor.Page.RouteAsync("**/telephone/webhook", line.AnswerAsync);
        return line;
    }

    /// The first webhook that came to this address.
    public Task<Webhook> HearAsync(string address) => HearAsync(webhook => webhook.Address == address);

    /// The first one like this, waited for: the page shows what it does before the line has been told.
    public async Task<Webhook> HearAsync(Func<Webhook, bool> like)
    {
        while (true)
        {
            var more = _more.Task;
            if (Asked.FirstOrDefault(like) is { } heard)
            {
                return heard;
            }

            await more.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    private Task AnswerAsync(IRoute route)
    {
        using var json = JsonDocument.Parse(route.Request.PostData!);
        var webhook = new Webhook(
            json.RootElement.GetProperty("target").GetString()!["/telephony/".Length..],
            json.RootElement.GetProperty("form").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!));
        Asked.Enqueue(webhook);
        Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        var body = _documents.GetValueOrDefault(webhook.Address, "<Response/>");
        return route.FulfillAsync(new() { Json = new { status = 200, contentType = "text/xml", body } });
    }

    public sealed record Webhook(string Address, IReadOnlyDictionary<string, string> Form)
    {
        public string? this[string field] => Form.GetValueOrDefault(field);
    }
}
