using CroissanceConnectee.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Phone;

/// The verbs of the documents, as the browser phone carries them out.
public sealed class TwimlTests(SiteInChromium site)
{
    private const string Gather = "<Gather input='dtmf speech' timeout='5' action='turn?n=1' actionOnEmptyResult='true'>";

    [Fact]
    public async Task DocumentsFollowEachOtherFromWhereTheyAreAndTheirEndHangsUp()
    {
        await using var caller = await CallAsync(
            ("voice", "<Redirect method='POST'> turn?n=1&amp;go=1 </Redirect><Say>Jamais dit.</Say>"),
            ("turn?n=1&go=1", "<Pause length='1'/><Redirect>/telephony/turn?n=2</Redirect>"),
            ("turn?n=2", "<Say>Au revoir.</Say>"));

        await Expect(caller.Happened.Last).ToHaveTextAsync("La ligne a raccroché.");

        await Expect(caller.Said).ToHaveTextAsync(["La ligneAu revoir."]);
        var last = await caller.Line.HearAsync("status");
        Assert.Equal(["voice", "turn?n=1&go=1", "turn?n=2", "status"], caller.Line.Asked.Select(webhook => webhook.Address));
        Assert.Equal("ringing", (await caller.Line.HearAsync("voice"))["CallStatus"]);
        Assert.Equal("in-progress", (await caller.Line.HearAsync("turn?n=2"))["CallStatus"]);
        Assert.Equal("completed", last["CallStatus"]);
        Assert.Single(caller.Line.Asked.Select(webhook => webhook["CallSid"]).Distinct());
    }

    [Fact]
    public async Task MarkupOfSpeechIsReadAsItIsHeard()
    {
        await using var caller = await CallAsync(("voice", """
            <Say language="fr-FR">Le guichet <say-as interpret-as="characters">OSS</say-as>,
            <lang xml:lang="en-GB">one-stop shop</lang><break time="300ms"/> : <sub alias="dix mille euros">10 000 €</sub>.</Say>
            """));

        await Expect(caller.Said).ToHaveTextAsync("La ligneLe guichet OSS, one-stop shop : dix mille euros.");
        await Expect(caller.Said.Locator("span")).ToHaveAttributeAsync("lang", "fr-FR");
    }

    [Fact]
    public async Task EntryOfSeveralKeysIsEndedByItsLastKeyOrByTheFinishKey()
    {
        await using var caller = await CallAsync(
            ("voice", "<Gather numDigits='3' action='turn?n=1'><Say>Tapez trois chiffres.</Say></Gather>"),
            ("turn?n=1", "<Gather finishOnKey='#' action='turn?n=2'><Say>Puis autant que vous voulez.</Say></Gather>"));
        await caller.ListensAsync();

        await caller.PressAsync("123");
        await Expect(caller.Answered).ToHaveTextAsync("VousTouches 1 2 3");
        await caller.ListensAsync();
        await caller.PressAsync("45#");

        await Expect(caller.Answered.Last).ToHaveTextAsync("VousTouches 4 5 #");
        await Expect(caller.Said.First.Locator("small")).ToHaveTextAsync("(interrompu)");
        Assert.Equal("123", (await caller.Line.HearAsync("turn?n=1"))["Digits"]);
        Assert.Equal("45", (await caller.Line.HearAsync("turn?n=2"))["Digits"]);
        Assert.Equal("#", (await caller.Line.HearAsync("turn?n=2"))["FinishedOnKey"]);
    }

    [Fact]
    public async Task SilenceIsToldOrPassedOverAsTheDocumentWants()
    {
        await using var caller = await CallAsync(
            ("voice", "<Gather timeout='3' action='turn?n=1'><Say>Tapez.</Say></Gather><Say>Rien entendu.</Say>" + Gather + "</Gather>"),
            ("turn?n=1", "<Say>Toujours rien.</Say>"));
        await caller.ListensAsync();

        await caller.WaitAsync();

        await Expect(caller.Said.Last).ToContainTextAsync("Toujours rien.");
        await Expect(caller.Said.Nth(1)).ToContainTextAsync("Rien entendu.");
        Assert.Equal("", (await caller.Line.HearAsync("turn?n=1"))["Digits"]);
        Assert.Equal("", (await caller.Line.HearAsync("turn?n=1"))["SpeechResult"]);
    }

    [Fact]
    public async Task WhoeverIsTypingIsNotSilent()
    {
        await using var caller = await CallAsync(("voice", Gather + "</Gather>"));
        await caller.ListensAsync();

        await caller.Visitor.Page.Locator("#words").FillAsync("attendez");
        await caller.WaitAsync();
        await caller.SayAsync("attendez un peu");

        await Expect(caller.Answered).ToHaveTextAsync("Vousattendez un peu");
        Assert.Equal("attendez un peu", (await caller.Line.HearAsync("turn?n=1"))["SpeechResult"]);
    }

    [Theory]
    [InlineData(false, "0.9")]
    [InlineData(true, "0.2")]
    public async Task WordsComeWithTheConfidenceOfHowTheyWereSaid(bool mumbled, string confidence)
    {
        await using var caller = await CallAsync(("voice", Gather + "<Say>Que vendez-vous ?</Say></Gather>"));
        await caller.ListensAsync();

        await caller.Visitor.Page.Locator("#mumble").SetCheckedAsync(mumbled);
        await caller.SayAsync("des bougies");

        await Expect(caller.Answered).ToContainTextAsync("des bougies");
        Assert.Equal(confidence, (await caller.Line.HearAsync("turn?n=1"))["Confidence"]);
    }

    [Fact]
    public async Task WhatNobodyListensToStaysInTheField()
    {
        await using var caller = await CallAsync(("voice", "<Pause length='30'/>"));

        await caller.SayAsync("allô ?");

        await Expect(caller.Visitor.Page.Locator(".note")).ToHaveTextAsync("La ligne n'écoute pas en ce moment.");
        await Expect(caller.Visitor.Page.Locator("#words")).ToHaveValueAsync("allô ?");
    }

    [Fact]
    public async Task RefusedCallAndUnknownVerbsAreSaidToBeThat()
    {
        await using var caller = await CallAsync(("voice", "<Refer/><Reject reason='busy'/>"));

        await Expect(caller.Happened.Last).ToHaveTextAsync("La ligne a refusé l'appel.");

        await Expect(caller.Happened.First).ToContainTextAsync("Refer");
        Assert.Equal("busy", (await caller.Line.HearAsync("status"))["CallStatus"]);
    }

    [Fact]
    public async Task MessageIsDictatedAfterTheBeep()
    {
        await using var caller = await CallAsync(
            ("voice", "<Record action='recorded?n=1' timeout='5' finishOnKey='#' recordingStatusCallback='https://voix.example.fr/telephony/status'/>"));
        await Expect(caller.State).ToHaveAttributeAsync("data-state", "StateRecording");

        await caller.SayAsync("Rappelez-moi demain.");

        await Expect(caller.Happened.Last).ToHaveTextAsync("La ligne a raccroché.");
        var recorded = await caller.Line.HearAsync("recorded?n=1");
        Assert.StartsWith("http", recorded["RecordingUrl"], StringComparison.Ordinal);
        Assert.NotNull(recorded["RecordingDuration"]);
        await caller.Line.HearAsync(webhook => webhook["RecordingStatus"] == "completed" && webhook["RecordingSid"] == recorded["RecordingSid"]);
    }

    private async Task<PhoneCaller> CallAsync(params (string Address, string Verbs)[] documents) =>
        await PhoneCaller.InCallAsync(await site.VisitAsync(), documents);
}
