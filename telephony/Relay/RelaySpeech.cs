using System.Text.Json.Serialization;

namespace CroissanceConnectee.Telephony;

/// Prompts → the messages that have them said. Sentences go out one by one, so that the first is heard while the others are on their way.
internal static class RelaySpeech
{
    // Slow speech, so that nobody is taken for silent while still listening.
    private const double CharactersASecond = 13;

    public static IEnumerable<object> Messages(CallScript script, bool interruptible, string publicAddress)
    {
        object? last = null;
        foreach (var prompt in script.Prompts)
        {
            switch (prompt)
            {
                case Speak speak:
                    foreach (var sentence in Speech.Sentences(Plain(speak) + " ").Where(sentence => !string.IsNullOrWhiteSpace(sentence)))
                    {
                        if (last is not null)
                        {
                            yield return last;
                        }

                        last = new Text(sentence, speak.Language ?? script.Language, interruptible);
                    }

                    break;
                case Sound sound when Uri.TryCreate(new Uri(publicAddress + "/telephony/"), sound.Address, out var address):
                    // What was said before is complete: without that it would be said after.
                    if (last is not null)
                    {
                        yield return Complete(last);
                    }

                    yield return new Play(address.ToString(), interruptible);
                    last = null;
                    break;
                default:
                    // There is no message for a pause, and none is needed between sentences.
                    break;
            }
        }

        if (last is not null)
        {
            yield return Complete(last);
        }
    }

    public static string Plain(CallScript script) => string.Join(' ', script.Prompts.OfType<Speak>().Select(Plain));

    public static TimeSpan Length(int characters) => TimeSpan.FromSeconds(characters / CharactersASecond);

    private static string Plain(Speak speak) =>
        XmlText.Clean(string.Concat(speak.Parts.Select(part => part is Alias alias ? alias.Spoken : part.Text)));

    private static object Complete(object message) => message is Text text ? text with { Last = true } : message;

    internal sealed record Text(string Token, string Lang, bool Interruptible)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "text";

        public bool Last { get; init; }
    }

    internal sealed record Play(string Source, bool Interruptible)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "play";

        public int Loop { get; } = 1;
    }

    internal sealed record Switch(string TtsLanguage, string TranscriptionLanguage)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "language";
    }

    internal sealed record End(string HandoffData)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "end";
    }
}
