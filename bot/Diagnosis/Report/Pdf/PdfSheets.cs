using CroissanceConnectee.Bot.Texts;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// A4 sheets filled from top to bottom, a new one whenever the present one is full. Everything drawn has its place in the
/// structure that screen readers follow, or is marked as decoration.
internal sealed class PdfSheets : IDisposable
{
    private const double Margin = 50;
    private const double Bottom = 842 - 56;
    private const double FooterAt = 842 - 34;

    private readonly PdfDocument _document;
    private readonly ReportWords _words;
    private readonly int _sheetsInAll;
    private readonly StructureBuilder _structure;
    private XGraphics _graphics;

    public PdfSheets(PdfDocument document, ReportWords words, int sheetsInAll)
    {
        _document = document;
        _words = words;
        _sheetsInAll = sheetsInAll;
        var accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage(words.Tag);
        _structure = accessibility.StructureBuilder;
        _graphics = Begin();
    }

    public const double Width = 595 - 2 * Margin;

    /// Where the next thing goes, from the top of the sheet.
    public double Y { get; set; }

    /// Begins a new sheet unless this much room is left.
    public void Keep(double height)
    {
        if (Y + height > Bottom)
        {
            Turn();
        }
    }

    public void Write(string text, PdfStyle style, double indent = 0, double? width = null) => Write([new PdfRun(text)], style, indent, width);

    public void Write(IEnumerable<PdfRun> runs, PdfStyle style, double indent = 0, double? width = null)
    {
        Y += style.Before;
        // A heading stays with the first lines of what it heads.
        Keep(style.LineHeight * (style.Tag is PdfBlockLevelElementTag.Paragraph ? 1 : 4));
        _structure.BeginElement(style.Tag);
        foreach (var line in PdfLines.Wrap(runs, style, width ?? Width - indent, (text, font) => _graphics.MeasureString(text, font).Width))
        {
            if (Y + style.LineHeight > Bottom)
            {
                _structure.End();
                Turn();
                _structure.BeginElement(style.Tag);
            }

            foreach (var piece in line)
            {
                Draw(piece, style, Margin + indent);
            }

            Y += style.LineHeight;
        }

        _structure.End();
        Y += style.After;
    }

    /// Things in two columns, row by row. Each is told where its column begins and how wide it is.
    public void SideBySide<T>(IEnumerable<T> things, double room, Action<T, double, double> write)
    {
        const double Gap = 22;
        const double Column = (Width - Gap) / 2;
        foreach (var row in things.Chunk(2))
        {
            Keep(room);
            var top = Y;
            var end = top;
            foreach (var (index, thing) in row.Index())
            {
                Y = top;
                write(thing, index * (Column + Gap), Column);
                end = Math.Max(end, Y);
            }

            Y = end;
        }
    }

    /// A drawing in a box below the present place; the text says the same to those who do not see it. Y stays.
    public void Figure(string text, XRect box, Action<XGraphics> draw)
    {
        var placed = new XRect(Margin + box.X, Y + box.Y, box.Width, box.Height);
        _structure.BeginElement(PdfIllustrationElementTag.Figure, text, placed);
        Draw(placed, draw);
        _structure.End();
    }

    public void Decorate(XRect box, Action<XGraphics> draw)
    {
        _structure.BeginArtifact();
        Draw(new XRect(Margin + box.X, Y + box.Y, box.Width, box.Height), draw);
        _structure.End();
    }

    public static XBrush Brush(XColor colour) => new XSolidBrush(colour);

    /// Ends the last sheet.
    public void Dispose()
    {
        WriteFooter();
        _graphics.Dispose();
    }

    private void Turn()
    {
        Dispose();
        _graphics = Begin();
    }

    private XGraphics Begin()
    {
        var page = _document.AddPage();
        page.Size = PageSize.A4;
        Y = Margin;
        return XGraphics.FromPdfPage(page);
    }

    private void WriteFooter()
    {
        var font = PdfStyle.Small.Font();
        var number = _words.Say(nameof(ReportTexts.PageOf), _document.PageCount, _sheetsInAll);
        _structure.BeginArtifact();
        _graphics.DrawLine(new XPen(PdfStyle.Line, 0.75), Margin, FooterAt - 14, Margin + Width, FooterAt - 14);
        _graphics.DrawString(_words.Say(nameof(ReportTexts.Title)), font, Brush(PdfStyle.Soft), Margin, FooterAt);
        _graphics.DrawString(number, font, Brush(PdfStyle.Soft), Margin + Width - _graphics.MeasureString(number, font).Width, FooterAt);
        _structure.End();
    }

    private void Draw(XRect box, Action<XGraphics> draw)
    {
        var state = _graphics.Save();
        _graphics.TranslateTransform(box.X, box.Y);
        draw(_graphics);
        _graphics.Restore(state);
    }

    private void Draw(PdfPiece piece, PdfStyle style, double left)
    {
        var baseline = new XPoint(left + piece.X, Y + style.Size);
        if (piece.Run.Link is not { } link)
        {
            _graphics.DrawString(piece.Text, piece.Font, Brush(style.Colour), baseline);
            return;
        }

        var box = new XRect(baseline.X, Y, piece.Width, style.LineHeight);
        var annotation = PdfLinkAnnotation.CreateWebLink(new PdfRectangle(_graphics.Transformer.WorldToDefaultPage(box)), link.AbsoluteUri);
        _structure.BeginElement(annotation, piece.Text.TrimEnd());
        _graphics.DrawString(piece.Text, piece.Font, Brush(PdfStyle.Brand), baseline);
        _graphics.DrawLine(new XPen(PdfStyle.Brand, 0.5), baseline.X, baseline.Y + 1.5, baseline.X + piece.Width, baseline.Y + 1.5);
        _structure.End();
    }
}
