using System.Globalization;
using PdfSharp.Drawing;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// The chart of the page, in lines of a PDF.
internal static class PdfRadar
{
    public const double Width = 300;
    public const double Height = 222;
    private const double Radius = 68;
    private const double LabelsAt = 1.14;
    private const double LabelSize = 7.5;
    private const int LineLength = 16;

    public static void Draw(XGraphics graphics, IReadOnlyList<AxisScore> axes, ReportWords words)
    {
        graphics.TranslateTransform(Width / 2, Height / 2);
        var line = new XPen(PdfStyle.Line, 0.6);
        foreach (var ring in Radar.Rings)
        {
            graphics.DrawPolygon(line, [.. Enumerable.Range(0, axes.Count).Select(branch => Point(branch, axes.Count, ring))]);
        }

        foreach (var (branch, axis) in axes.Index())
        {
            graphics.DrawLine(axis.Known ? line : new XPen(PdfStyle.Line, 0.6) { DashStyle = XDashStyle.Dash }, new XPoint(0, 0), Point(branch, axes.Count, 1));
            Label(graphics, axis, words, Radar.Point(branch, axes.Count, LabelsAt));
        }

        XPoint[] known = [.. axes.Index().Where(axis => axis.Item.Known).Select(axis => Point(axis.Index, axes.Count, axis.Item.Score / 100.0))];
        // One or two points enclose nothing.
        if (known.Length > 2)
        {
            graphics.DrawPolygon(new XPen(PdfStyle.Brand, 1.6), new XSolidBrush(XColor.FromArgb(60, PdfStyle.Brand)), known, XFillMode.Winding);
        }

        foreach (var point in known)
        {
            graphics.DrawEllipse(PdfSheets.Brush(PdfStyle.Brand), point.X - 2.4, point.Y - 2.4, 4.8, 4.8);
        }
    }

    private static void Label(XGraphics graphics, AxisScore axis, ReportWords words, (double X, double Y) at)
    {
        var style = PdfStyle.Small with { Size = LabelSize };
        var lines = Radar.Lines(words.Say(axis.Name), LineLength);
        var score = axis.Known ? axis.Score.ToString(CultureInfo.InvariantCulture) : "?";
        var top = at.Y * Radius + Radar.LabelOffset(at, lines.Count) * style.LineHeight;
        foreach (var (index, text) in lines.Append(score).Index())
        {
            var font = style.Font(bold: index == lines.Count);
            var width = graphics.MeasureString(text, font).Width;
            var left = at.X * Radius + Radar.Side(at.X) switch { < 0 => -width, > 0 => 0, _ => -width / 2 };
            graphics.DrawString(text, font, PdfSheets.Brush(PdfStyle.Ink), left, top + index * style.LineHeight);
        }
    }

    private static XPoint Point(int branch, int branches, double share)
    {
        var (x, y) = Radar.Point(branch, branches, share);
        return new XPoint(x * Radius, y * Radius);
    }
}
