namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// Where the points of the chart lie, on the page and in the PDF: the radius is 1, y goes down, the first branch points up and
/// the others follow clockwise.
public static class Radar
{
    public static readonly IReadOnlyList<double> Rings = [0.25, 0.5, 0.75, 1];

    public static (double X, double Y) Point(int branch, int branches, double share)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * branch / branches);
        return (share * sin, -share * cos);
    }

    /// -1 left of the middle, 1 right of it, 0 on it: which end of its label stands at the branch.
    public static int Side(double x) => Math.Abs(x) < 0.01 ? 0 : Math.Sign(x);

    /// From the point where a label stands to its first line, in lines: around the point at the sides, wholly above it at the top
    /// and below it at the bottom. The score is one line more.
    public static double LabelOffset((double X, double Y) at, int lines) => (Side(at.X), at.Y) switch
    {
        (0, < 0) => -lines,
        (0, _) => 0.7,
        _ => -(lines - 1) / 2.0,
    };

    /// The words of a label, in lines of about this length.
    public static IReadOnlyList<string> Lines(string label, int length)
    {
        var lines = new List<string>();
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= length)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
