using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace CroissanceConnectee.Telephony;

/// Hands the call to a socket of ours. The session begins where a Gather would: waiting for the answer to what the greeting asked.
internal static class RelayVerbs
{
    public const string NumberParameter = "n";
    public const string ListenParameter = "listen";
    public const string LanguageParameter = "language";
    public const string ApologiesParameter = "sorry";
    public const string GreetingParameter = "greeting";

    public static IEnumerable<XElement> Connect(
        Listen listen, string language, List<XElement> verbs, TurnLink next, TelephonyOptions options, string publicAddress)
    {
        // The last words can be interrupted only as a greeting, which is plain text in one language.
        var greeted = listen.Interruptible
            ? verbs.AsEnumerable().Reverse().TakeWhile(verb => verb.Name.LocalName == "Say" && (string?)verb.Attribute("language") == language).Count()
            : 0;
        var greeting = string.Join(' ', verbs.TakeLast(greeted).Select(Plain));
        var interruptible = listen.Interruptible ? "any" : "none";
        return
        [
            .. verbs.SkipLast(greeted),
            new XElement(
                "Connect",
                new XAttribute("action", next.To("connect")),
                new XAttribute("method", "POST"),
                new XElement(
                    "ConversationRelay",
                    new XAttribute("url", Socket(publicAddress)),
                    greeted == 0 ? null : new XAttribute("welcomeGreeting", greeting),
                    greeted == 0 ? null : new XAttribute("welcomeGreetingInterruptible", interruptible),
                    new XAttribute("interruptible", "any"),
                    Speech.LanguageTag().IsMatch(language) ? new XAttribute("language", language) : null,
                    VoiceOf(language, options).Select(pair => new XAttribute(pair.Name, pair.Value)),
                    new XAttribute("dtmfDetection", "true"),
                    TwimlWriter.Hints(listen.Hints) is { Length: > 0 } hints ? new XAttribute("hints", hints) : null,
                    // When it speaks and what was played of it: the only way to know what was heard and when silence begins.
                    new XAttribute("events", "speaker-events tokens-played"),
                    options.Voices.Keys.Where(code => code != language && Speech.LanguageTag().IsMatch(code)).Order(StringComparer.Ordinal).Select(code => new XElement(
                        "Language",
                        new XAttribute("code", code),
                        VoiceOf(code, options).Select(pair => new XAttribute(pair.Name, pair.Value)))),
                    Parameter(NumberParameter, next.Number.ToString(CultureInfo.InvariantCulture)),
                    Parameter(ApologiesParameter, next.Apologies.ToString(CultureInfo.InvariantCulture)),
                    Parameter(LanguageParameter, language),
                    Parameter(GreetingParameter, greeting.Length.ToString(CultureInfo.InvariantCulture)),
                    Parameter(ListenParameter, JsonSerializer.Serialize(listen with { Hints = [] }, RelayJson.Options)))),
        ];
    }

    private static string Plain(XElement say) =>
        string.Concat(say.Nodes().Select(node => node is XElement part ? (string?)part.Attribute("alias") ?? part.Value : ((XText)node).Value)).Trim();

    private static XElement Parameter(string name, string value) =>
        new("Parameter", new XAttribute("name", name), new XAttribute("value", XmlText.Clean(value)));

    private static string Socket(string publicAddress) =>
        (publicAddress.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? "ws" + publicAddress[4..] : publicAddress) + "/telephony/relay";

    /// `Polly.Lea-Neural` is Amazon's `Lea-Neural` here. A voice that belongs to neither is left out: a wrong pair ends the session.
    private static IEnumerable<(string Name, string Value)> VoiceOf(string language, TelephonyOptions options)
    {
        if (!options.Voices.TryGetValue(language, out var voice) || voice.Split('.', 2) is not [var vendor, { Length: > 0 } name])
        {
            return [];
        }

        return vendor switch
        {
            "Polly" => [("ttsProvider", "Amazon"), ("voice", XmlText.Clean(name))],
            "Google" => [("ttsProvider", "Google"), ("voice", XmlText.Clean(name))],
            _ => [],
        };
    }
}
