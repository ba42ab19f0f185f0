using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CroissanceConnectee.Telephony;

/// What is said, cut into pieces that each fit one verb.
internal static partial class Speech
{
    /// The provider refuses more characters in one Say than 4 096; escapes and tags are counted here, since it does not say whether it does.
    private const int Limit = 4000;

    // A part that cannot be cut: longer ones are mistakes, not speech.
    private const int PartLimit = 500;

    public static IEnumerable<IReadOnlyList<SpokenPart>> Pieces(IEnumerable<SpokenPart> parts)
    {
        var piece = new List<SpokenPart>();
        var length = 0;
        foreach (var part in parts.SelectMany(Fitting))
        {
            var more = Weight(part);
            if (length + more > Limit && piece.Count > 0)
            {
                yield return piece;
                (piece, length) = ([], 0);
            }

            piece.Add(part);
            length += more;
        }

        if (piece.Any(part => !string.IsNullOrWhiteSpace(part.Text)))
        {
            yield return piece;
        }
    }

    /// Sentences, which are also what a socket is sent one after the other; spaces stay with the sentence before them.
    public static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Where(sentence => sentence.Length > 0);

    public static IEnumerable<object> Content(IReadOnlyList<SpokenPart> parts)
    {
        foreach (var part in parts)
        {
            yield return part switch
            {
                SayAs said => new XElement("say-as", new XAttribute("interpret-as", Form(said.Form)), new XText(said.Text)),
                Foreign foreign when LanguageTag().IsMatch(foreign.Language) =>
                    new XElement("lang", new XAttribute(XNamespace.Xml + "lang", foreign.Language), new XText(foreign.Text)),
                Alias alias => new XElement("sub", new XAttribute("alias", XmlText.Cut(XmlText.Clean(alias.Spoken), PartLimit)), new XText(alias.Text)),
                Break rest => new XElement("break", new XAttribute("time", $"{(int)Math.Clamp(rest.Length.TotalMilliseconds, 0, 10_000)}ms")),
                _ => new XText(part.Text),
            };
        }
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    public static partial Regex LanguageTag();

    private static IEnumerable<SpokenPart> Fitting(SpokenPart part)
    {
        var clean = part with { Text = XmlText.Clean(part.Text) };
        return clean is not Words
            ? [clean with { Text = XmlText.Cut(clean.Text, PartLimit) }]
            : XmlText.Length(clean.Text) <= Limit
            ? [clean]
            : Sentences(clean.Text).SelectMany(Breakable).Select(sentence => new Words(sentence));
    }

    /// A sentence too long for one verb is cut between words, or anywhere if there are none.
    private static IEnumerable<string> Breakable(string sentence)
    {
        while (XmlText.Length(sentence) > Limit)
        {
            // Every sign escaped to five characters is the worst case.
            var room = XmlText.Cut(sentence, Limit / 5).Length;
            var space = sentence.LastIndexOf(' ', room - 1);
            var cut = space > 0 ? space + 1 : room;
            yield return sentence[..cut];
            sentence = sentence[cut..];
        }

        yield return sentence;
    }

    private static int Weight(SpokenPart part) => part is Words
        ? XmlText.Length(part.Text)
        : XmlText.Length(part.Text) + 60 + (part is Alias alias ? XmlText.Length(XmlText.Cut(alias.Spoken, PartLimit)) : 0);

    private static string Form(SpokenForm form) => form switch
    {
        SpokenForm.Cardinal => "cardinal",
        SpokenForm.Ordinal => "ordinal",
        SpokenForm.Digits => "digits",
        SpokenForm.Telephone => "telephone",
        SpokenForm.Date => "date",
        _ => "characters",
    };

    [GeneratedRegex(@"(?<=[.!?…][»""”)]?\s+)(?=\S)")]
    private static partial Regex SentenceEnd();
}
