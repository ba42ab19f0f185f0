using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CroissanceConnectee.Knowledge.Reading;

// A link of the text to another article or section: "tva-oss", "tva-oss#steps" or "#steps".
internal sealed record InternalLink(string Target, int Line);

// Cuts the Markdown of one article into sections of passages.
internal sealed partial class ArticleBody(string articleId, IReadOnlyList<Source> sources, ProblemLog log)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly List<Section> sections = [];
    private readonly List<InternalLink> links = [];
    private List<Passage> passages = [];

    public IReadOnlyList<InternalLink> Links => links;

    public IReadOnlyList<Section> Read(string markdown, int firstLine)
    {
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            ReadBlock(block, firstLine);
        }

        foreach (var empty in sections.Where(section => section.Passages.Count == 0))
        {
            log.Error(0, $"the section \"{empty.Anchor}\" says nothing");
        }

        if (sections.Count == 0)
        {
            log.Error(firstLine, "the article has no section");
        }

        return sections;
    }

    private void ReadBlock(Block block, int firstLine)
    {
        var line = firstLine + block.Line;
        switch (block)
        {
            case HeadingBlock { Level: 2 } heading:
                StartSection(PlainTextOf(heading, line), line);
                break;
            case ParagraphBlock paragraph:
                AddPassage(PlainTextOf(paragraph, line), PassageForm.Paragraph, line);
                break;
            case ListBlock list:
                ReadList(list, firstLine);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            default:
                log.Error(line, "an article is made of ## headings, paragraphs and lists only");
                break;
        }
    }

    private void ReadList(ListBlock list, int firstLine)
    {
        var form = list.IsOrdered ? PassageForm.Step : PassageForm.Bullet;
        foreach (var block in list.OfType<ListItemBlock>().SelectMany(item => item))
        {
            if (block is ParagraphBlock paragraph)
            {
                AddPassage(PlainTextOf(paragraph, firstLine + block.Line), form, firstLine + block.Line);
            }
            else
            {
                ReadBlock(block, firstLine);
            }
        }
    }

    private void StartSection(string heading, int line)
    {
        var match = Heading().Match(heading);
        if (!match.Success)
        {
            log.Error(line, $"the heading \"{heading}\" needs a title and an anchor, such as ## Comment on paie {{#payment}}");
            return;
        }

        var anchor = match.Groups["anchor"].Value;
        if (!Themes.All.Contains(anchor))
        {
            log.Error(line, $"\"{anchor}\" is no section anchor");
        }

        if (sections.Any(section => section.Anchor == anchor))
        {
            log.Error(line, $"the section \"{anchor}\" is there twice");
        }

        passages = [];
        sections.Add(new Section(anchor, match.Groups["title"].Value, passages));
    }

    private void AddPassage(string written, PassageForm form, int line)
    {
        if (sections.Count == 0)
        {
            log.Error(line, "text stands before the first ## heading");
            return;
        }

        if (!EndsWithMarks().IsMatch(written))
        {
            log.Error(line, $"no source mark at the end of « {Beginning(written)} »");
            return;
        }

        var marks = Mark().Matches(written).Select(mark => mark.Groups["id"].Value).Distinct().ToList();
        foreach (var unknown in marks.Where(mark => sources.All(source => source.Id != mark)))
        {
            log.Error(line, $"the source mark [^{unknown}] names no source of the article");
        }

        var anchor = sections[^1].Anchor;
        passages.Add(new Passage(
            $"{articleId}#{anchor}-{passages.Count + 1}",
            anchor,
            form,
            Mark().Replace(written, "").Trim(),
            [.. marks.Select(mark => sources.FirstOrDefault(source => source.Id == mark)).OfType<Source>()]));
    }

    private string PlainTextOf(LeafBlock block, int line)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline!.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case LinkInline { Url: { } url } when !url.Contains(':', StringComparison.Ordinal):
                    links.Add(new InternalLink(url, line));
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private static string Beginning(string text) => text.Length <= 50 ? text : text[..50] + "…";

    [GeneratedRegex(@"^(?<title>.+?)\s*\{#(?<anchor>[^}]+)\}$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s*\[\^(?<id>[^\]\s]+)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[\^[^\]\s]+\]$")]
    private static partial Regex EndsWithMarks();
}
