using System.Text;
using CroissanceConnectee.Telephony.Tests.Support;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class CallControlTests
{
    private const string Call = /*lang=json*/
        """{"sid":"CA1","to":"+33612345678","status":"in-progress","date_created":"Mon, 23 Nov 2026 10:00:00 +0000","duration":null,"answered_by":"machine_start"}""";

    private const string Message = /*lang=json*/
        """{"sid":"SM1","to":"+33612345678","body":"Bonjour","status":"queued","date_created":"Mon, 23 Nov 2026 10:00:00 +0000","error_code":null}""";

    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Always = CancellationToken.None;

    [Fact]
    public async Task CallIsAskedForAsTheProviderWantsIt()
    {
        await using var host = await ApiHost.StartAsync();
        host.Answers(201, Call);

        var outcome = await host.Control.CallAsync(new("+33612345678", "rappel/7") { DetectMachine = true }, Always);

        Assert.Equal(
            new CallRecord("CA1", "+33612345678", CallStatus.InProgress, At) { AnsweredBy = AnsweredBy.Machine },
            outcome.Value);
        var lines = Assert.Single(host.Requests).Split('\n');
        Assert.Equal($"POST /2010-04-01/Accounts/{ApiHost.Account}/Calls.json", lines[0]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(ApiHost.Account + ":nouveau")), lines[1]);
        Assert.Equal(
            [
                new("To", "+33612345678"), new("From", "+33199002017"), new("Url", "https://voix.example.fr/telephony/voice?ref=rappel%2F7"),
                new("Method", "POST"), new("FallbackUrl", "https://voix.example.fr/telephony/fallback"), new("FallbackMethod", "POST"),
                new("StatusCallback", "https://voix.example.fr/telephony/status"), new("StatusCallbackMethod", "POST"),
                new("StatusCallbackEvent", "initiated"), new("StatusCallbackEvent", "ringing"), new("StatusCallbackEvent", "answered"),
                new("StatusCallbackEvent", "completed"), new("Timeout", "30"), new("MachineDetection", "Enable"),
            ],
            WebhookForm.Parse(lines[2]));
    }

    [Fact]
    public async Task ApiKeyGoesBeforeTheAuthToken()
    {
        await using var host = await ApiHost.StartAsync(options => (options.ApiKeySid, options.ApiKeySecret) = ("SK00000000000000000000000000000001", "secret"));
        host.Answers(200, Call);

        await host.Control.GetCallAsync("CA1", Always);

        Assert.Contains(Convert.ToBase64String("SK00000000000000000000000000000001:secret"u8), Assert.Single(host.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhetherItHappenedCanBeLookedUp()
    {
        await using var host = await ApiHost.StartAsync();
        var older = Message.Replace("10:00:00", "09:00:00", StringComparison.Ordinal).Replace("SM1", "SM0", StringComparison.Ordinal);
        host.Answers(200, $$"""{"messages":[{{older}},{{Message}}]}""").Answers(200, $$"""{"calls":[{{Call}}]}""");

        var messages = await host.Control.FindMessagesAsync("+33612345678", At.AddMinutes(-1), Always);
        var calls = await host.Control.FindCallsAsync("+33612345678", At.AddMinutes(1), Always);

        Assert.Equal([new MessageRecord("SM1", "+33612345678", "Bonjour", MessageStatus.Queued, At)], messages.Value!);
        Assert.Empty(calls.Value!);
        Assert.Contains("/Messages.json?To=%2B33612345678&DateSent%3E=2026-11-22&PageSize=100", host.Requests.First(), StringComparison.Ordinal);
        Assert.Contains("/Calls.json?To=%2B33612345678&StartTime%3E=2026-11-22&PageSize=100", host.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRequestsIsTriedAgainEvenForACall()
    {
        await using var host = await ApiHost.StartAsync();
        host.Answers(429, """{"code":20429}""", retryAfter: "1").Answers(429, "").Answers(201, Call);

        var outcome = await host.PassTimeAsync(host.Control.CallAsync(new("+33612345678", "7"), Always));

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task LongWaitIsLeftToTheOutbox()
    {
        await using var host = await ApiHost.StartAsync();
        host.Answers(429, """{"code":20429}""", retryAfter: "60");

        var outcome = await host.Control.SendAsync(new("+33612345678", "Bonjour"), Always);

        Assert.Equal(new Outcome<MessageRecord>(OutcomeKind.NotNow) { Status = 429, Code = 20429, RetryAfter = TimeSpan.FromMinutes(1) }, outcome);
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task QuestionIsAskedAgainAndAnOrderIsNot()
    {
        await using var host = await ApiHost.StartAsync();
        host.Answers(500, "").ClosesTheConnection().Answers(200, Call);
        var state = await host.PassTimeAsync(host.Control.GetCallAsync("CA1", Always));

        host.Answers(503, """{"code":20503}""");
        var ordered = await host.Control.CallAsync(new("+33612345678", "7"), Always);

        host.ClosesTheConnection();
        var lost = await host.Control.SendAsync(new("+33612345678", "Bonjour"), Always);

        Assert.Equal(OutcomeKind.Done, state.Kind);
        Assert.Equal(new Outcome<CallRecord>(OutcomeKind.Unclear) { Status = 503, Code = 20503 }, ordered);
        Assert.Equal(OutcomeKind.Unclear, lost.Kind);
        Assert.Equal(5, host.Requests.Count);
    }

    [Fact]
    public async Task SilenceIsUnclear()
    {
        await using var host = await ApiHost.StartAsync();
        host.Does(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        var outcome = await host.PassTimeAsync(host.Control.SendAsync(new("+33612345678", "Bonjour"), Always));

        Assert.Equal(OutcomeKind.Unclear, outcome.Kind);
        Assert.Single(host.Requests);
    }

    [Theory]
    [InlineData(201, "<html>", OutcomeKind.Unclear, null)]
    [InlineData(201, "[]", OutcomeKind.Unclear, null)]
    [InlineData(201, "{}", OutcomeKind.Unclear, null)]
    [InlineData(302, "", OutcomeKind.Refused, null)]
    [InlineData(400, """{"code":21610,"message":"stopped"}""", OutcomeKind.Refused, 21610)]
    [InlineData(401, """{"code":20003}""", OutcomeKind.Refused, 20003)]
    [InlineData(404, """{"code":20404}""", OutcomeKind.NotFound, 20404)]
    [InlineData(400, "nonsense", OutcomeKind.Refused, null)]
    public async Task AnswersAreTakenForWhatTheyAre(int status, string body, OutcomeKind kind, int? code)
    {
        await using var host = await ApiHost.StartAsync();
        host.Answers(status, body);

        var outcome = await host.Control.SendAsync(new("+33612345678", "Bonjour"), Always);

        Assert.Equal((kind, code, status), (outcome.Kind, outcome.Code, outcome.Status));
        Assert.Null(outcome.Value);
    }

    [Fact]
    public async Task NobodyThereIsNotNow()
    {
        await using var host = await ApiHost.StartAsync(options => options.ApiBaseUrl = "http://127.0.0.1:9");

        var outcome = await host.Control.CallAsync(new("+33612345678", "7"), Always);

        Assert.Equal(OutcomeKind.NotNow, outcome.Kind);
    }

    [Fact]
    public async Task WithoutAnAccountNothingIsAsked()
    {
        await using var host = await ApiHost.StartAsync(options => options.AccountSid = "");

        Assert.Equal(OutcomeKind.NotConfigured, (await host.Control.EndCallAsync("CA1", Always)).Kind);
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task QueuesAndConferencesAreReached()
    {
        await using var host = await ApiHost.StartAsync();
        const string Queued = /*lang=json*/ """{"call_sid":"CA1","position":1,"wait_time":12,"date_enqueued":"Mon, 23 Nov 2026 10:00:00 +0000"}""";
        const string Present = /*lang=json*/ """{"call_sid":"CA2","conference_sid":"CF1","label":"expert","hold":true,"muted":false}""";
        host.Answers(200, $$"""{"queue_members":[{{Queued}}]}""").Answers(200, Queued).Answers(201, Present).Answers(200, Present)
            .Answers(200, Call).Answers(200, Call);

        var queue = await host.Control.GetQueueAsync("QU1", Always);
        await host.Control.TakeFromQueueAsync("QU1", "CA1", "expert-3", Always);
        var expert = await host.Control.InviteAsync("room-CA1", new("+33199002018") { Label = "expert", Coaches = "CA1" }, Always);
        await host.Control.HoldAsync("CF1", "expert", hold: true, Always);
        await host.Control.EndCallAsync("CA1", Always);
        await host.Control.RedirectCallAsync("CA1", "reprise", Always);

        Assert.Equal([new QueuedCall("CA1", 1, TimeSpan.FromSeconds(12), At)], queue.Value!);
        Assert.Equal(new Participant("CA2", "CF1", "expert", OnHold: true, Muted: false), expert.Value);
        Assert.Contains("voice%3Fref%3Dreprise%26n%3D", host.Requests.Last(), StringComparison.Ordinal);
        Assert.Equal(
            ["Queues/QU1/Members.json?PageSize=1000", "Queues/QU1/Members/CA1.json", "Conferences/room-CA1/Participants.json",
            "Conferences/CF1/Participants/expert.json", "Calls/CA1.json", "Calls/CA1.json"],
            host.Requests.Select(request => request.Split('\n')[0].Split($"/{ApiHost.Account}/")[1]));
    }
}
