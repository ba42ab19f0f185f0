using CroissanceConnectee.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests.Phone;

/// A browser that can speak and listen. Chromium without a screen has no voice of its own, nor a microphone.
public sealed class VoiceTests(SiteInChromium site)
{
    private const string Speaker = """
        window.spoken = [];
        Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => [{ lang: 'fr-FR' }],
          speak: utterance => {
            spoken.push(`${utterance.lang}: ${utterance.text.trim()}`);
            if (!utterance.text.includes('longtemps')) {
              utterance.onend();
            }
          },
          cancel: () => spoken.push('(coupé)'),
        } });
        """;

    private const string Microphone = """
        window.webkitSpeechRecognition = window.SpeechRecognition = class {
          start() {
            window.recognition = this;
          }
        };
        """;

    [Fact]
    public async Task VoiceSaysEachSentenceInItsLanguage()
    {
        await using var caller = await CallAsync(Speaker, """
            <Say language="fr-FR">Le guichet <say-as interpret-as="characters">OSS</say-as>, <lang xml:lang="en-GB">one-stop shop</lang>. Et <sub alias="dix euros">10 €</sub> !</Say>
            """);

        await Expect(caller.Happened.Last).ToHaveTextAsync("La ligne a raccroché.");

        Assert.Equal(["fr-FR: Le guichet O S S,", "en-GB: one-stop shop", "fr-FR: Et dix euros !"], await SpokenAsync(caller));
    }

    [Fact]
    public async Task VoiceIsCutShortByTheFirstKey()
    {
        await using var caller = await CallAsync(Speaker, "<Gather numDigits='1' action='turn?n=1'><Say>Je parle longtemps. Et encore.</Say></Gather>");
        await caller.ListensAsync();

        await caller.PressAsync("1");

        await Expect(caller.Happened.Last).ToHaveTextAsync("La ligne a raccroché.");
        Assert.Equal(["Je parle longtemps.", "(coupé)"], (await SpokenAsync(caller)).Select(said => said.Replace("fr: ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task VoiceIsSilentForWhomeverReads()
    {
        await using var caller = await PhoneCaller.OnAsync(await SpeakingAsync(Speaker));
        await caller.CallAsync(("voice", "<Pause length='20'/><Say>Bonjour.</Say>"));

        await caller.Visitor.Page.Locator("#aloud").UncheckAsync();
        await caller.WaitAsync();

        await Expect(caller.Said.First).ToContainTextAsync("Bonjour.");
        Assert.Empty(await SpokenAsync(caller));
    }

    [Fact]
    public async Task MicrophoneListensInTheLanguageThatTheLineAsksFor()
    {
        await using var caller = await CallAsync(Microphone, "<Gather input='speech' language='en-GB' action='turn?n=1'><Say>What do you sell?</Say></Gather>");
        await caller.ListensAsync();

        await caller.Visitor.Page.Locator("[data-do=speak]").ClickAsync();
        await caller.WaitAsync();
        var language = await caller.Visitor.Page.EvaluateAsync<string>("recognition.lang");
        await caller.Visitor.Page.EvaluateAsync("recognition.onresult({ results: [[{ transcript: 'scented candles', confidence: 0.7 }]] }); recognition.onend();");

        await Expect(caller.Answered).ToContainTextAsync("scented candles");
        Assert.Equal("en-GB", language);
        Assert.Equal("0.7", (await caller.Line.HearAsync("turn?n=1"))["Confidence"]);
    }

    private static Task<string[]> SpokenAsync(PhoneCaller caller) => caller.Visitor.Page.EvaluateAsync<string[]>("spoken");

    private async Task<Visitor> SpeakingAsync(string able)
    {
        var visitor = await site.VisitAsync();
        await visitor.Page.AddInitScriptAsync(able);
        return visitor;
    }

    private async Task<PhoneCaller> CallAsync(string able, string verbs) => await PhoneCaller.InCallAsync(await SpeakingAsync(able), ("voice", verbs));
}
