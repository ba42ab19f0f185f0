using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Parts of a reply that are shown as one message: either a question, or what is told, with its sources, up to the next question.
public sealed class Bubble
{
    private readonly List<ReplyPart> _parts = [];
    private readonly List<Reference> _references = [];

    public Ask? Ask { get; private set; }

    public bool HasLinks => _parts.Exists(part => part is Cite or Offer);

    public static IEnumerable<Bubble> Fill(Reply reply)
    {
        var bubble = new Bubble();
        for (var at = 0; at < reply.Parts.Count; at++)
        {
            // What leads over to a question is no part of an answer with its sources.
            var part = reply.Parts[at];
            var leadsOver = part is Say && bubble._references.Count > 0 && reply.Parts.ElementAtOrDefault(at + 1) is Ask;
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
                Cite cite => string.Join(' ', References(cite).Select(reference => $"[{Number(reference)}]")),
                Offer offer => Link(offer, site),
                _ => throw new InvalidOperationException($"No way to show {part.GetType().Name}."),
            });
        }

        foreach (var reference in _references)
        {
            text.Append(reference == _references[0] ? "\n\n" : "\n");
            text.Append(CultureInfo.InvariantCulture,
                $"[{Number(reference)}]: {Markdown.Destination(reference.Address(site))} \"{Markdown.Title(reference.Name(culture))}\"");
        }

        return text.ToString();
    }

    public IReadOnlyList<CitedMessage>? Citations(CultureInfo culture, Uri site) => _references.Count == 0
        ? null
        : [new CitedMessage([.. _references.Select(reference =>
            new CitedClaim(Number(reference), new CitedDocument(reference.Name(culture), reference.Address(site).AbsoluteUri)))])];

    private void Add(ReplyPart part)
    {
        _parts.Add(part);
        Ask = part as Ask;
        if (part is Cite cite)
        {
            _references.AddRange(References(cite).Except(_references));
        }
    }

    private string Write(string text) => HasLinks ? Markdown.Escape(text) : text;

    private int Number(Reference reference) => _references.IndexOf(reference) + 1;

    /// The source, then the passage of our own page that rests on it.
    private static IEnumerable<Reference> References(Cite cite) => cite.Page is null
        ? [new Reference(cite, null)]
        : [new Reference(cite with { Page = null }, null), new Reference(null, cite.Page)];

    // Chat pages of other sites show our messages too: an address of ours must say whose it is.
    private static string Link(Offer offer, Uri site)
    {
        var address = offer.Address.StartsWith('/') ? new Uri(site, offer.Address) : new Uri(offer.Address, UriKind.Absolute);
        return Markdown.Link(offer.Label, address);
    }

    /// What a number in the text leads to: another site's page, or ours.
    private sealed record Reference(Cite? Source, PageLink? Page)
    {
        public Uri Address(Uri site) => Source?.Url ?? new Uri(site, Page!.Address);

        public string Name(CultureInfo culture) => Source is { } source
            ? $"{source.Name}, {source.TrueOn.ToString("d MMMM yyyy", culture)}"
            : string.Format(culture, DirectLineTexts.ResourceManager.GetString(nameof(DirectLineTexts.OurPage), culture)!, Page!.Label);
    }
}
