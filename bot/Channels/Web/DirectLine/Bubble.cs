using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Parts of a reply that are shown as one message: either a question, or what is told, with its sources, up to the next question.
public sealed class Bubble
{
    private readonly List<ReplyPart> _parts = [];
    private readonly List<Cite> _sources = [];

    public Ask? Ask { get; private set; }

    public bool HasLinks => _parts.Exists(part => part is Cite or Offer);

    public static IEnumerable<Bubble> Fill(Reply reply)
    {
        var bubble = new Bubble();
        for (var at = 0; at < reply.Parts.Count; at++)
        {
            // What leads over to a question is no part of an answer with its sources.
            var part = reply.Parts[at];
            var leadsOver = part is Say && bubble._sources.Count > 0 && reply.Parts.ElementAtOrDefault(at + 1) is Ask;
            if ((part is Ask || leadsOver) && bubble._parts.Count > 0)
            {
                yield return bubble;
                bubble = new Bubble();
            }

            bubble.Add(part);
            if (part is Ask)
            {
                yield return bubble;
                bubble = new Bubble();
            }
        }

        if (bubble._parts.Count > 0)
        {
            yield return bubble;
        }
    }

    public string Text(CultureInfo culture, Uri site)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            // A source stands behind the sentence that it is for; everything else is a paragraph.
            var separator = text.Length == 0 ? "" : part is Cite ? " " : HasLinks ? "\n\n" : "\n";
            text.Append(separator).Append(part switch
            {
                Say say => Write(say.Text),
                Ask ask => Write(ask.Text),
                Cite cite => $"[{Number(cite)}]",
                Offer offer => Link(offer, site),
                _ => throw new InvalidOperationException($"No way to show {part.GetType().Name}."),
            });
        }

        foreach (var source in _sources)
        {
            text.Append(source == _sources[0] ? "\n\n" : "\n");
            text.Append(CultureInfo.InvariantCulture, $"[{Number(source)}]: {Markdown.Destination(source.Url)} \"{Markdown.Title(Name(source, culture))}\"");
        }

        return text.ToString();
    }

    public IReadOnlyList<CitedMessage>? Citations(CultureInfo culture) => _sources.Count == 0
        ? null
        : [new CitedMessage([.. _sources.Select(source => new CitedClaim(Number(source), new CitedDocument(Name(source, culture), source.Url.AbsoluteUri)))])];

    private void Add(ReplyPart part)
    {
        _parts.Add(part);
        Ask = part as Ask;
        if (part is Cite cite && !_sources.Contains(cite))
        {
            _sources.Add(cite);
        }
    }

    private string Write(string text) => HasLinks ? Markdown.Escape(text) : text;

    private int Number(Cite cite) => _sources.IndexOf(cite) + 1;

    private static string Name(Cite cite, CultureInfo culture) => $"{cite.Name}, {cite.TrueOn.ToString("d MMMM yyyy", culture)}";

    // Chat pages of other sites show our messages too: an address of ours must say whose it is.
    private static string Link(Offer offer, Uri site)
    {
        var address = offer.Address.StartsWith('/') ? new Uri(site, offer.Address) : new Uri(offer.Address, UriKind.Absolute);
        return Markdown.Link(offer.Label, address);
    }
}
