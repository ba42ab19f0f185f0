namespace CroissanceConnectee.Telephony.Tests.Support;

/// One script for everything that a script can say or do, and how it is written.
internal static class Scripts
{
    public static readonly TelephonyOptions Options = new() { PublicBaseUrl = "https://voix.example.fr" };

    private static readonly TurnLink Next = new(4);
    private static readonly TurnLink ByRelay = new(4) { Relay = true };

    public static IReadOnlyDictionary<string, string> Documents { get; } = new Dictionary<string, string>
    {
        ["menu"] = Write(new([new Speak("Pour le diagnostic, tapez 1. Pour une question, tapez 2."), new Pause(TimeSpan.FromSeconds(1))], new Listen
        {
            Digits = 1,
            Hints = ["diagnostic", "question, posée", "  "],
        })),
        ["number"] = Write(new("Quel est votre numéro SIREN ?", new Listen { By = AnswerBy.Keys, Digits = 9, Patience = TimeSpan.FromSeconds(8.2) })),
        ["open question"] = Write(new("What do you sell?", new Listen
        {
            By = AnswerBy.Speech,
            EndOfSpeech = TimeSpan.FromSeconds(2),
            SpeechModel = "phone_call",
            Interruptible = false,
        })
        {
            Language = "en-GB",
        }),
        ["ssml"] = Write(new(
            [
                new Speak(
                    ["Le guichet ", new SayAs("OSS", SpokenForm.Characters), ", ", new Foreign("one-stop shop", "en-GB"), new Break(TimeSpan.FromMilliseconds(300)),
                    " : ", new Alias("10 000 €", "dix mille euros"), " <b>&amp; rien d'autre\u0001\uD800</b>."]),
                new Speak("Goodbye.") { Language = "en-GB" },
                new Sound("/sons/attente.wav"),
                new Sound("https://cdn.example.fr/a.wav?x=1&y=2"),
            ],
            new HangUp())),
        ["dial"] = Write(new("Je vous passe un conseiller.", new Dial("+33199002017", "sip:expert@example.fr")
        {
            Whisper = new Whisper("Une entreprise de cosmétiques, diagnostic fait. Tapez 1 pour prendre l'appel."),
            From = "+33199002018",
            Limit = TimeSpan.FromHours(1),
            StarEnds = true,
        })),
        ["conference"] = Write(new([], new JoinConference("room-CA1") { Label = "firme", EndsIt = true, StartsIt = false, Muted = true })),
        ["enqueue"] = Write(new("Un instant.", new Enqueue("conseillers"))),
        ["take"] = Write(new([], new TakeNextWaiting("conseillers"))),
        ["record"] = Write(new("Votre message est enregistré.", new RecordMessage())),
        ["go on"] = Write(new("Je cherche.", new GoOn())),
        ["reject"] = Write(new([], new Reject(Busy: true))),
        ["reject after words"] = Write(new("Au revoir.", new Reject())),
        ["waiting"] = Write(new("Vous êtes le troisième.", new KeepWaiting()), inQueue: true),
        ["waiting menu"] = Write(new("Pour être rappelé, tapez 1.", new Listen { By = AnswerBy.Keys, Digits = 1 }), inQueue: true),
        ["stop waiting"] = Write(new("D'accord.", new StopWaiting()), inQueue: true),
        ["dial is not for queues"] = Write(new("D'accord.", new Dial("+33199002017")), inQueue: true),
        ["stop waiting is for queues"] = Write(new("D'accord.", new StopWaiting())),
        ["relay"] = Write(
            new([new Speak("Bonjour."), new Speak(["Que ", new SayAs("vendez", SpokenForm.Characters), "-vous ?"])], new Listen { Hints = ["bougies", "cidre"] }),
            ByRelay),
        ["relay not interrupted"] = Write(new("Bonjour.", new Listen { Interruptible = false, Digits = 1 }), ByRelay),
        ["relay dial"] = Write(new("Je vous passe un conseiller.", new Dial("+33199002017")), ByRelay with { Apologies = 1 }),
        ["whisper"] = Writer.WriteWhisper("Une entreprise. Tapez 1.", "1", "fr-FR"),
        ["messages"] = TwimlWriter.Messages(["Voici le lien : https://export.example.fr/?a=1&b=2", " "]),
        ["nothing"] = TwimlWriter.Nothing,
    };

    public static TwimlWriter Writer => new(Options, Options.PublicBaseUrl);

    private static string Write(CallScript script, TurnLink? next = null, bool inQueue = false) => Writer.Write(script, next ?? Next, inQueue);
}
