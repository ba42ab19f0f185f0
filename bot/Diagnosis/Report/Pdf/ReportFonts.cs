using System.Reflection;
using PdfSharp.Fonts;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// DejaVu Sans out of the assembly: no font is installed where the product runs, and this one has every accent and the signs
/// of all the alphabets of Europe.
internal sealed class ReportFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";

    private static readonly Lock Registering = new();

    /// PDFsharp takes one resolver for the whole process, and wants to be told once.
    public static void Register()
    {
        lock (Registering)
        {
            GlobalFontSettings.FontResolver ??= new ReportFonts();
        }
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family ? new FontResolverInfo(isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf") : null;

    public byte[]? GetFont(string faceName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(faceName);
        if (stream is null)
        {
            return null;
        }

        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
