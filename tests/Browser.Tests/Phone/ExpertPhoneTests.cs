using CroissanceConnectee.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Phone;

/// The phone that the line calls, beside the one that calls the line.
public sealed class ExpertPhoneTests(SiteInChromium site)
{
    private const string Status = "statusCallback='https://voix.example.fr/telephony/status' statusCallbackEvent='initiated ringing answered completed'";

    private static readonly (string, string)[] Transfer =
    [
        ("voice", $"<Dial action='dial?n=1' timeout='20'><Number url='whisper?key=1' {Status}>+33199002018</Number></Dial>"),
        ("whisper?key=1", "<Gather numDigits='1' action='accept?key=1'><Say>Une firme de cosmétiques. Tapez 1.</Say></Gather><Hangup/>"),
        ("dial?n=1", "<Say>Le conseiller n'est plus là.</Say>"),
    ];

    [Fact]
    public async Task ExpertWhoAcceptsAtTheWhisperIsPutThrough()
    {
        await using var caller = await CallAsync(Transfer);

        await caller.ExpertAsync("Décrocher");
        await Expect(caller.ExpertHears).ToHaveTextAsync("Une firme de cosmétiques. Tapez 1.");
        await caller.ExpertPressesAsync("1");
        await Expect(caller.State).ToHaveTextAsync("En ligne avec le conseiller");
        await caller.SayAsync("Bonjour, c'est Annick.");
        await caller.ExpertAsync("Raccrocher");

        await Expect(caller.Said.Last).ToContainTextAsync("Le conseiller n'est plus là.");
        await Expect(caller.Answered).ToContainTextAsync("Annick");
        await Expect(caller.Expert).ToBeHiddenAsync();
        var told = await caller.Line.HearAsync("dial?n=1");
        Assert.Equal(("completed", "true"), (told["DialCallStatus"], told["DialBridged"]));
        Assert.Equal((await caller.Line.HearAsync("voice"))["CallSid"], (await caller.Line.HearAsync("whisper?key=1"))["ParentCallSid"]);
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], await LegStatusesAsync(caller));
    }

    [Fact]
    public async Task ExpertWhoHasPickedUpButDoesNotAcceptWasNotReached()
    {
        await using var caller = await CallAsync(Transfer);

        await caller.ExpertAsync("Décrocher");
        await Expect(caller.ExpertHears).ToContainTextAsync("Tapez 1.");
        await caller.WaitAsync();

        await Expect(caller.Said.Last).ToContainTextAsync("Le conseiller n'est plus là.");
        var told = await caller.Line.HearAsync("dial?n=1");
        Assert.Equal(("completed", "false"), (told["DialCallStatus"], told["DialBridged"]));
    }

    [Fact]
    public async Task ExpertWhoRefusesIsBusy()
    {
        await using var caller = await CallAsync(Transfer);

        await caller.ExpertAsync("Refuser");

        await Expect(caller.Said.Last).ToContainTextAsync("Le conseiller n'est plus là.");
        Assert.Equal("busy", (await caller.Line.HearAsync("dial?n=1"))["DialCallStatus"]);
    }

    [Fact]
    public async Task ExpertWhoDoesNotAnswerLetsItRingUntilTheTimeIsUp()
    {
        await using var caller = await CallAsync(Transfer);
        await Expect(caller.Expert).ToBeVisibleAsync();

        await caller.WaitAsync();

        await Expect(caller.Said.Last).ToContainTextAsync("Le conseiller n'est plus là.");
        Assert.Equal("no-answer", (await caller.Line.HearAsync("dial?n=1"))["DialCallStatus"]);
        Assert.Equal(["initiated", "ringing", "no-answer"], await LegStatusesAsync(caller));
    }

    [Fact]
    public async Task LineIsToldWhenTheCallerHangsUpWhileItRings()
    {
        await using var caller = await CallAsync(Transfer);
        await Expect(caller.Expert).ToBeVisibleAsync();

        await caller.HangUpAsync();

        await Expect(caller.Happened.Last).ToHaveTextAsync("Vous avez raccroché.");
        await Expect(caller.Expert).ToBeHiddenAsync();
        var told = await caller.Line.HearAsync("dial?n=1");
        Assert.Equal(("completed", "canceled"), (told["CallStatus"], told["DialCallStatus"]));
    }

    [Fact]
    public async Task CallerWhoHangsUpOnTheExpertHadReachedIt()
    {
        await using var caller = await CallAsync(("voice", "<Dial action='dial?n=1' hangupOnStar='true'><Number>+33199002018</Number></Dial>"));

        await caller.ExpertAsync("Décrocher");
        await Expect(caller.State).ToHaveTextAsync("En ligne avec le conseiller");
        await caller.HangUpAsync();

        var told = await caller.Line.HearAsync("dial?n=1");
        Assert.Equal(("completed", "completed", "true"), (told["CallStatus"], told["DialCallStatus"], told["DialBridged"]));
    }

    [Fact]
    public async Task StarGivesTheCallBackToTheLine()
    {
        await using var caller = await CallAsync(
            ("voice", "<Dial action='dial?n=1' hangupOnStar='true'><Number>+33199002018</Number></Dial>"),
            ("dial?n=1", "<Say>Vous revoilà.</Say>"));

        await caller.ExpertAsync("Décrocher");
        await Expect(caller.State).ToHaveTextAsync("En ligne avec le conseiller");
        await caller.PressAsync("*");

        await Expect(caller.Said.Last).ToContainTextAsync("Vous revoilà.");
    }

    [Fact]
    public async Task CallerInAQueueHearsItsDocumentOverAndOverAndMayLeave()
    {
        await using var caller = await CallAsync(
            ("voice", "<Enqueue action='queue?n=1' waitUrl='wait?n=1'>conseillers</Enqueue>"),
            ("wait?n=1", "<Gather numDigits='1' timeout='5' action='wait?n=1&amp;answer=1'><Say>Vous êtes le premier.</Say></Gather>"),
            ("wait?n=1&answer=1", "<Say>D'accord.</Say><Leave/>"),
            ("queue?n=1", "<Say>On vous rappelle.</Say>"));
        await caller.ListensAsync();

        await caller.WaitAsync();
        await Expect(caller.Said.Nth(1)).ToContainTextAsync("Vous êtes le premier.");
        await caller.ListensAsync();
        await caller.PressAsync("1");

        await Expect(caller.Said.Last).ToContainTextAsync("On vous rappelle.");
        Assert.Equal("1", (await caller.Line.HearAsync("wait?n=1&answer=1"))["QueuePosition"]);
        Assert.Equal("leave", (await caller.Line.HearAsync("queue?n=1"))["QueueResult"]);
        var waited = caller.Line.Asked.Where(webhook => webhook.Address == "wait?n=1").Select(webhook => webhook["QueueTime"]).ToList();
        Assert.True(waited.Count > 1);
        Assert.Equal(waited.Distinct(), waited);
    }

    [Fact]
    public async Task ExpertTakesTheCallFromTheQueue()
    {
        await using var caller = await CallAsync(
            ("voice", "<Enqueue action='queue?n=1' waitUrl='wait?n=1'>conseillers</Enqueue>"),
            ("wait?n=1", "<Say>Vous êtes le premier.</Say>"),
            ("queue?n=1", "<Say>Au revoir.</Say>"));

        await caller.ExpertAsync("Prendre l'appel");
        await Expect(caller.State).ToHaveTextAsync("En ligne avec le conseiller");
        await caller.ExpertAsync("Raccrocher");

        await Expect(caller.Said.Last).ToContainTextAsync("Au revoir.");
        Assert.Equal("bridged", (await caller.Line.HearAsync("queue?n=1"))["QueueResult"]);
    }

    [Fact]
    public async Task ConferenceLastsUntilTheExpertLeavesIt()
    {
        await using var caller = await CallAsync(
            ("voice", $"<Dial action='dial?n=1'><Conference {Status}>room-1</Conference></Dial>"),
            ("dial?n=1", "<Say>Au revoir.</Say>"));

        await Expect(caller.State).ToHaveTextAsync("En ligne avec le conseiller");
        await caller.ExpertAsync("Raccrocher");

        await Expect(caller.Said.Last).ToContainTextAsync("Au revoir.");
        Assert.Equal("answered", (await caller.Line.HearAsync("dial?n=1"))["DialCallStatus"]);
        Assert.Null((await caller.Line.HearAsync("dial?n=1"))["DialBridged"]);
        await caller.Line.HearAsync(webhook => webhook["StatusCallbackEvent"] == "conference-start" && webhook["FriendlyName"] == "room-1");
    }

    private static async Task<IEnumerable<string?>> LegStatusesAsync(PhoneCaller caller)
    {
        await caller.Line.HearAsync(webhook => webhook.Address == "status" && webhook["ParentCallSid"] is not null && webhook["CallStatus"] is "completed" or "no-answer");
        return caller.Line.Asked
            .Where(webhook => webhook.Address == "status" && webhook["ParentCallSid"] is not null)
            .OrderBy(webhook => int.Parse(webhook["SequenceNumber"]!, System.Globalization.CultureInfo.InvariantCulture))
            .Select(webhook => webhook["CallStatus"]);
    }

    private async Task<PhoneCaller> CallAsync(params (string Address, string Verbs)[] documents) =>
        await PhoneCaller.InCallAsync(await site.VisitAsync(), documents);
}
