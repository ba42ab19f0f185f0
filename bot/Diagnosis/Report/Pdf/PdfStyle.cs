using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// One kind of text: how it looks, and what it is to a screen reader. Sizes in points.
internal sealed record PdfStyle(double Size, XColor Colour, PdfBlockLevelElementTag Tag, bool Bold = false, double Before = 0, double After = 0)
{
    public static readonly XColor Ink = XColor.FromArgb(0x14, 0x25, 0x2b);
    public static readonly XColor Soft = XColor.FromArgb(0x46, 0x58, 0x5e);
    public static readonly XColor Brand = XColor.FromArgb(0x0a, 0x46, 0x54);
    public static readonly XColor Line = XColor.FromArgb(0xc4, 0xd3, 0xd5);
    public static readonly XColor Tint = XColor.FromArgb(0xe9, 0xf2, 0xf2);
    public static readonly XColor Sun = XColor.FromArgb(0xf2, 0xa9, 0x3b);

    public static readonly PdfStyle Title = new(17, Brand, PdfBlockLevelElementTag.Heading1, Bold: true, After: 6);
    public static readonly PdfStyle Lead = new(10.5, Soft, PdfBlockLevelElementTag.Paragraph, After: 10);
    public static readonly PdfStyle Section = new(14, Brand, PdfBlockLevelElementTag.Heading2, Bold: true, Before: 11, After: 4);
    public static readonly PdfStyle Subtitle = new(10.5, Ink, PdfBlockLevelElementTag.Heading3, Bold: true, Before: 7, After: 2);
    public static readonly PdfStyle Body = new(9.25, Ink, PdfBlockLevelElementTag.Paragraph, After: 3.5);
    public static readonly PdfStyle Big = new(16, Brand, PdfBlockLevelElementTag.Paragraph, Bold: true, After: 4);
    public static readonly PdfStyle Small = new(8, Soft, PdfBlockLevelElementTag.Paragraph, After: 2);
    public static readonly PdfStyle Item = new(9, Ink, PdfBlockLevelElementTag.Paragraph, After: 2);

    // Tight enough to read as one paragraph, open enough for DejaVu's tall letters.
    public double LineHeight => Size * 1.32;

    public XFont Font(bool bold = false) =>
        new(ReportFonts.Family, Size, Bold || bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
}

/// Some words of a paragraph, which may be bold or lead somewhere.
internal sealed record PdfRun(string Text, bool Bold = false, Uri? Link = null);
