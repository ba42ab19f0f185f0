using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Content;
using PdfSharp.Pdf.Content.Objects;
using PdfSharp.Pdf.IO;

namespace CroissanceConnectee.Bot.Tests.Report;

/// The text of a PDF as somebody gets it who copies it: glyphs through the table that says which letters they are.
internal sealed partial class PdfText
{
    private PdfText(PdfDocument document)
    {
        Document = document;
        Pages = [.. document.Pages.Cast<PdfPage>().Select(Read)];
        Links = [.. document.Pages.Cast<PdfPage>().SelectMany(LinksOf)];
    }

    public PdfDocument Document { get; }

    public IReadOnlyList<string> Pages { get; }

    public IReadOnlyList<string> Links { get; }

    /// Spaces that do not break are spaces like others here.
    public string Whole => string.Join(' ', Pages.Select(WithoutFooter)).Plain();

    public static PdfText Of(byte[] file) => new(PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import));

    private static string WithoutFooter(string page) => string.Join('\n', page.TrimEnd().Split('\n')[..^2]);

    private static string Read(PdfPage page)
    {
        var fonts = page.Resources.Elements.GetDictionary("/Font")!;
        var tables = fonts.Elements.Keys.ToDictionary(name => name, name => Letters(fonts.Elements.GetDictionary(name)!));
        var text = new StringBuilder();
        var letters = new Dictionary<int, string>();
        foreach (var operation in ContentReader.ReadContent(page).OfType<COperator>())
        {
            if (operation.OpCode.OpCodeName == OpCodeName.Tf)
            {
                letters = tables[((CName)operation.Operands[0]).Name];
            }
            else if (operation.OpCode.OpCodeName == OpCodeName.Tj)
            {
                text.Append(Decode(((CString)operation.Operands[0]).Value, letters)).Append('\n');
            }
        }

        return text.ToString();
    }

    // Glyph 0 is the box that stands for letters the font does not have.
    private static string Decode(string bytes, Dictionary<int, string> letters) =>
        string.Concat(bytes.Chunk(2).Select(pair => letters.GetValueOrDefault((pair[0] << 8) | pair[1], "□")));

    /// `<first> <last> <letter>` a line.
    private static Dictionary<int, string> Letters(PdfDictionary font)
    {
        var table = Encoding.ASCII.GetString(font.Elements.GetDictionary("/ToUnicode")!.Stream!.UnfilteredValue);
        return Range().Matches(table).ToDictionary(
            match => int.Parse(match.Groups["glyph"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            match => char.ConvertFromUtf32(int.Parse(match.Groups["letter"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> LinksOf(PdfPage page) => page.Elements.GetArray("/Annots") is { } annotations
        ? Enumerable.Range(0, annotations.Elements.Count)
            .Select(index => annotations.Elements.GetDictionary(index)!.Elements.GetDictionary("/A")!.Elements.GetString("/URI"))
        : [];

    [GeneratedRegex(@"<(?<glyph>[0-9A-Fa-f]{4})>\s*<[0-9A-Fa-f]{4}>\s*<(?<letter>[0-9A-Fa-f]+)>")]
    private static partial Regex Range();
}
