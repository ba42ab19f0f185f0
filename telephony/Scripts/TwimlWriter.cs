using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CroissanceConnectee.Telephony;

/// A script as a document that the provider carries out. There is no script from which an invalid one comes.
internal sealed class TwimlWriter(TelephonyOptions options, string publicAddress)
{
    /// The provider refuses documents over 64 kB.
    private const int DocumentLimit = 64_000;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = false };

    /// The link is that of the turn to come.
    public string Write(CallScript script, TurnLink next, bool inQueue = false)
    {
        var verbs = script.Prompts.SelectMany(prompt => Verbs(prompt, script.Language)).ToList();
        while (true)
        {
            var document = Document(Compose(script, verbs, next, inQueue));
            var size = Encoding.UTF8.GetByteCount(document);
            if (size <= DocumentLimit || verbs.Count == 0)
            {
                return document;
            }

            // An hour of speech: the end of it is let go, what comes next is kept.
            verbs.RemoveRange(verbs.Count * DocumentLimit / (size + 1), verbs.Count - (verbs.Count * DocumentLimit / (size + 1)));
        }
    }

    /// What the person called hears before being put through.
    public string WriteWhisper(string text, string acceptKey, string language, string? caller = null) => Document(
        [
            new XElement(
                "Gather",
                new XAttribute("input", "dtmf"),
                new XAttribute("action", $"accept?key={Uri.EscapeDataString(acceptKey)}{(caller is null ? "" : "&parent=" + Uri.EscapeDataString(caller))}"),
                new XAttribute("method", "POST"),
                new XAttribute("timeout", "10"),
                new XAttribute("numDigits", "1"),
                new XAttribute("finishOnKey", ""),
                Verbs(new Speak(text), language)),
            new XElement("Hangup"),
        ]);

    public static string Nothing { get; } = Document([]);

    public static string Declined { get; } = Document([new XElement("Hangup")]);

    /// Replies to a message; each is at most what one message can hold.
    public static string Messages(IEnumerable<string> texts) =>
        Document(texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new XElement("Message", XmlText.Cut(XmlText.Clean(text), 1600))));

    private static string Document(IEnumerable<XElement> verbs)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            new XDocument(new XElement("Response", verbs)).Save(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private IEnumerable<XElement> Compose(CallScript script, List<XElement> verbs, TurnLink next, bool inQueue) => script.Ending switch
    {
        Listen listen when next.Relay && !inQueue => RelayVerbs.Connect(listen, script.Language, verbs, next, options, publicAddress),
        Listen { Interruptible: true } listen => [Gather(listen, script.Language, verbs, next, inQueue), Redirect(next.To(Route(inQueue)))],
        Listen listen => [.. verbs, Gather(listen, script.Language, [], next, inQueue), Redirect(next.To(Route(inQueue)))],
        Dial dial when !inQueue => [.. verbs, DialVerbs.Numbers(dial, next, StatusUrl)],
        JoinConference conference when !inQueue => [.. verbs, DialVerbs.Conference(conference, next, StatusUrl)],
        TakeNextWaiting take when !inQueue => [.. verbs, DialVerbs.Queue(take, next)],
        Enqueue queue when !inQueue => [.. verbs, DialVerbs.Enqueue(queue, next)],
        RecordMessage record when !inQueue => [.. verbs, DialVerbs.Record(record, next, StatusUrl)],
        Reject reject when verbs.Count == 0 && !inQueue => [new XElement("Reject", new XAttribute("reason", reject.Busy ? "busy" : "rejected"))],
        HangUp or Reject => [.. verbs, new XElement("Hangup")],

        // The document heard in a queue is played again when it ends; of the other endings, none is allowed in it.
        KeepWaiting when inQueue => verbs,
        GoOn when inQueue => [.. verbs, Redirect(next.To("wait"))],
        _ when inQueue => [.. verbs, new XElement("Leave")],
        _ => [.. verbs, Redirect(next.To("turn", "&go=1"))],
    };

    private static string Route(bool inQueue) => inQueue ? "wait" : "turn";

    private static XElement Redirect(string url) => new("Redirect", new XAttribute("method", "POST"), url);

    private static XElement Gather(Listen listen, string language, IEnumerable<XElement> prompts, TurnLink next, bool inQueue)
    {
        var keys = listen.By != AnswerBy.Speech;
        var speech = listen.By != AnswerBy.Keys;
        var model = speech && !string.IsNullOrWhiteSpace(listen.SpeechModel) ? XmlText.Clean(listen.SpeechModel) : null;
        return new XElement(
            "Gather",
            new XAttribute("input", speech && keys ? "dtmf speech" : speech ? "speech" : "dtmf"),
            new XAttribute("action", next.To(Route(inQueue), inQueue ? "&answer=1" : "")),
            new XAttribute("method", "POST"),
            new XAttribute("timeout", Seconds(listen.Patience, 1, 600)),
            !speech ? null : new XAttribute("speechTimeout", SpeechTimeout(listen, model)),
            keys && listen.Digits is { } digits ? new XAttribute("numDigits", Math.Clamp(digits, 1, 100)) : null,
            keys ? new XAttribute("finishOnKey", listen.Digits == 1 ? "" : FinishKey(listen.FinishKey)) : null,
            speech && Hints(listen.Hints) is { Length: > 0 } hints ? new XAttribute("hints", hints) : null,
            speech && Speech.LanguageTag().IsMatch(language) ? new XAttribute("language", language) : null,
            model is null ? null : new XAttribute("speechModel", model),
            // Figures and product names come back as asterisks otherwise.
            speech ? new XAttribute("profanityFilter", "false") : null,
            new XAttribute("actionOnEmptyResult", "true"),
            prompts);
    }

    /// "auto" together with any model is refused.
    private static string SpeechTimeout(Listen listen, string? model) =>
        listen.EndOfSpeech is { } pause ? Seconds(pause, 1, 60) : model is null ? "auto" : "2";

    private IEnumerable<XElement> Verbs(Prompt prompt, string language)
    {
        switch (prompt)
        {
            case Speak speak:
                var said = speak.Language ?? language;
                foreach (var piece in Speech.Pieces(speak.Parts))
                {
                    yield return new XElement(
                        "Say",
                        Speech.LanguageTag().IsMatch(said) ? new XAttribute("language", said) : null,
                        options.Voices.TryGetValue(said, out var voice) ? new XAttribute("voice", XmlText.Clean(voice)) : null,
                        Speech.Content(piece));
                }

                break;
            case Pause pause:
                yield return new XElement("Pause", new XAttribute("length", Seconds(pause.Length, 1, 60)));
                break;
            case Sound sound when Uri.TryCreate(sound.Address, UriKind.RelativeOrAbsolute, out var address)
                && (!address.IsAbsoluteUri || address.Scheme is "https" or "http" or "file"):
                yield return new XElement("Play", XmlText.Clean(sound.Address));
                break;
            default:
                break;
        }
    }

    /// Callbacks that no document is waited for need not be relative to one, and some are documented as absolute.
    private string StatusUrl => publicAddress + "/telephony/status";

    internal static string Seconds(TimeSpan length, int least, int most) =>
        ((int)Math.Clamp(Math.Ceiling(length.TotalSeconds), least, most)).ToString(CultureInfo.InvariantCulture);

    internal static string FinishKey(string key) => key.Length == 1 && "0123456789*#".Contains(key[0], StringComparison.Ordinal) ? key : "";

    /// The comma separates hints.
    internal static string Hints(IEnumerable<string> hints) => string.Join(',', hints
        .Select(hint => XmlText.Cut(XmlText.Clean(hint).Replace(',', ' ').Trim(), 100))
        .Where(hint => hint.Length > 0)
        .Distinct()
        .Take(500));
}
