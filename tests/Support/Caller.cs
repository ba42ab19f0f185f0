using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace CroissanceConnectee.Testing;

/// Somebody who calls the line. Does with its documents what the provider does: says, gathers keys and words, follows redirects and
/// relative addresses, rings, records, asks the fallback when an answer cannot be used. `sign` gives the signature of a request.
public sealed partial class Caller(HttpClient http, Uri line, string call, string number, Func<string, IReadOnlyList<KeyValuePair<string, string>>, string>? sign = null)
{
    private const int MostRedirects = 10;

    private Uri _at = line;
    private Queue<XElement> _rest = new();
    private XElement? _waits;
    private bool _hungUp;
    private int _requests;

    /// Of the product; another one when it was started again elsewhere.
    public HttpClient Http { get; set; } = http;

    public Uri Line { get; } = line;

    public string Call { get; } = call;

    /// What was said since the caller last did something.
    public string Heard { get; private set; } = "";

    /// Both sides, in order.
    public List<string> Transcript { get; } = [];

    /// The line has ended the call.
    public bool IsOver { get; private set; }

    /// The verb that waits for something: Gather, Dial, Record, Enqueue, Connect.
    public XElement? Waits => _waits;

    /// Every webhook comes twice, as it does when the provider misses our answer; both must be answered alike.
    public bool Twice { get; init; }

    /// The provider waits no longer for an answer.
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    public Task CallAsync() => AskAsync(new Uri(Line, "telephony/voice"), ("CallStatus", "ringing"));

    public Task SayAsync(string words, double? confidence = 0.93) => GatheredAsync(words, confidence is { } sure
        ? [("SpeechResult", words), ("Confidence", sure.ToString(CultureInfo.InvariantCulture))]
        : [("SpeechResult", words)]);

    /// As one types: each Gather takes the keys that it asked for, the others wait for the next.
    public async Task PressAsync(string keys)
    {
        while (keys.Length > 0)
        {
            var most = (int?)Gather.Attribute("numDigits") ?? int.MaxValue;
            var finish = (string?)Gather.Attribute("finishOnKey") ?? "#";
            var end = finish.Length == 1 ? keys.IndexOf(finish[0], StringComparison.Ordinal) : -1;
            var (digits, used, finished) = end >= 0 && end <= most ? (keys[..end], end + 1, true)
                : keys.Length >= most ? (keys[..most], most, false)
                : (keys, keys.Length, false);
            List<(string, string)> form = [("Digits", digits)];
            if (finished)
            {
                form.Add(("FinishedOnKey", finish));
            }

            await GatheredAsync(keys[..used], [.. form]);
            keys = keys[used..];
        }
    }

    public Task StaySilentAsync() => (string?)Gather.Attribute("actionOnEmptyResult") == "true" ? GatheredAsync("…", []) : FallThroughAsync();

    /// The provider tells that the call is over; nobody hears an answer.
    public async Task HangUpAsync()
    {
        IsOver = true;
        using var told = await PostAsync(new Uri(Line, "telephony/status"), [("CallStatus", "completed"), ("SequenceNumber", "3"), ("CallbackSource", "call-progress-events")]);
        told.EnsureSuccessStatusCode();
    }

    public async Task AskAsync(Uri address, params (string Name, string Value)[] form)
    {
        Heard = "";
        _waits = null;
        _rest.Clear();
        await FollowAsync(await FetchAsync(address, form), address);
    }

    /// The answer to any webhook of this call, as it comes.
    public Task<HttpResponseMessage> PostAsync(string route, params (string Name, string Value)[] form) => PostAsync(new Uri(Line, "telephony/" + route), form);

    private XElement Gather => _waits is { Name.LocalName: "Gather" } gather
        ? gather
        : throw new InvalidOperationException($"The line does not listen, it waits for {_waits?.Name.LocalName ?? "nothing"}:\n{string.Join('\n', Transcript)}");

    private Task GatheredAsync(string did, (string, string)[] form)
    {
        Transcript.Add($"> {did}");
        return AskAsync(Address(Gather, "action"), form);
    }

    private async Task FallThroughAsync()
    {
        Transcript.Add("> …");
        Heard = "";
        _waits = null;
        await RunAsync();
    }

    private Uri Address(XElement verb, string attribute) => new(_at, (string?)verb.Attribute(attribute) ?? "");

    private Task FollowAsync(XElement document, Uri at)
    {
        _at = at;
        _rest = new Queue<XElement>(document.Elements());
        return RunAsync();
    }

    private async Task RunAsync()
    {
        for (var redirects = 0; _rest.TryDequeue(out var verb) && _waits is null && !IsOver;)
        {
            switch (verb.Name.LocalName)
            {
                case "Say":
                    Hear(verb);
                    break;
                case "Play" or "Pause":
                    break;
                case "Gather":
                    verb.Elements("Say").ToList().ForEach(Hear);
                    _waits = verb;
                    break;
                case "Dial" or "Record" or "Enqueue" or "Connect":
                    _waits = verb;
                    break;
                case "Redirect" when redirects++ < MostRedirects:
                    var to = new Uri(_at, verb.Value.Trim());
                    (_at, _rest) = (to, new Queue<XElement>((await FetchAsync(to, [])).Elements()));
                    break;
                case "Hangup" or "Reject":
                    IsOver = _hungUp = true;
                    break;
                default:
                    throw new InvalidOperationException($"The provider knows no {verb}, or not here.");
            }
        }

        // A document that ends with nothing to wait for ends the call.
        IsOver |= _waits is null;
    }

    private void Hear(XElement say)
    {
        Heard = $"{Heard} {say.Value}".Trim();
        Transcript.Add(say.Value);
    }

    private async Task<XElement> FetchAsync(Uri address, (string, string)[] form)
    {
        using var answer = await InTimeAsync(address, form);
        if (answer is null || answer.StatusCode >= HttpStatusCode.BadRequest)
        {
            using var fallback = await PostAsync(new Uri(Line, "telephony/fallback"), [.. form, ("ErrorCode", answer is null ? "11205" : "11200"), ("ErrorUrl", address.ToString())]);
            return XElement.Parse(await fallback.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        }

        var document = await answer.Content.ReadAsStringAsync();
        if (Twice)
        {
            _requests--;
            using var again = await PostAsync(address, form);
            var other = await again.Content.ReadAsStringAsync();
            if (other != document)
            {
                throw new InvalidOperationException($"Delivered again, the webhook is answered otherwise:\n{document}\n{other}");
            }
        }

        return XElement.Parse(document);
    }

    private async Task<HttpResponseMessage?> InTimeAsync(Uri address, (string, string)[] form)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await PostAsync(address, form, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> PostAsync(Uri address, (string Name, string Value)[] form, CancellationToken cancellation = default)
    {
        List<KeyValuePair<string, string>> parameters =
        [
            new("CallSid", Call), new("AccountSid", "AC00000000000000000000000000000001"), new("ApiVersion", "2010-04-01"), new("Direction", "inbound"),
            new("From", number), new("To", "+33199002017"),
            .. form.Select(one => new KeyValuePair<string, string>(one.Name, one.Value)),
        ];
        if (!form.Any(one => one.Name == "CallStatus"))
        {
            parameters.Add(new("CallStatus", "in-progress"));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address.PathAndQuery) { Content = new FormUrlEncodedContent(parameters) };
        request.Headers.Add("I-Twilio-Idempotency-Token", $"{Call}-{_requests++}");
        if (sign is not null)
        {
            request.Headers.Add("X-Twilio-Signature", sign(address.AbsoluteUri, parameters));
        }

        return await Http.SendAsync(request, cancellation);
    }
}
