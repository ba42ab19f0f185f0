using PdfSharp.Drawing;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// Words into lines of a given width. A word longer than a line is cut.
internal static class PdfLines
{
    public static IReadOnlyList<IReadOnlyList<PdfPiece>> Wrap(IEnumerable<PdfRun> runs, PdfStyle style, double width, Func<string, XFont, double> measure)
    {
        var space = measure(" ", style.Font());
        var lines = new List<List<PdfPiece>> { new() };
        var x = 0.0;
        foreach (var run in runs)
        {
            var font = style.Font(run.Bold);
            foreach (var word in run.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, font, width, measure)))
            {
                var length = measure(word, font);
                if (lines[^1].Count > 0 && x + space + length > width)
                {
                    lines.Add([]);
                }

                Put(lines[^1], word, run, font, lines[^1].Count == 0 ? 0 : x + space, measure);
                x = lines[^1][^1].X + lines[^1][^1].Width;
            }
        }

        return [.. lines.Select((line, index) => Spaced(line, index == lines.Count - 1))];
    }

    /// A space after every piece but the last of all: it is not seen, but read aloud and copied it keeps the words apart.
    private static IReadOnlyList<PdfPiece> Spaced(List<PdfPiece> line, bool last) =>
        [.. line.Select((piece, index) => last && index == line.Count - 1 ? piece : piece with { Text = piece.Text + " " })];

    /// Words of the same run become one piece: what is copied out of the PDF then has its spaces.
    private static void Put(List<PdfPiece> line, string word, PdfRun run, XFont font, double x, Func<string, XFont, double> measure)
    {
        if (line is [.., var last] && ReferenceEquals(last.Run, run))
        {
            var text = $"{last.Text} {word}";
            line[^1] = last with { Text = text, Width = measure(text, font) };
        }
        else
        {
            line.Add(new PdfPiece(word, run, font, x, measure(word, font)));
        }
    }

    private static IEnumerable<string> Cut(string word, XFont font, double width, Func<string, XFont, double> measure)
    {
        while (measure(word, font) > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && (measure(word[..fits], font) > width || char.IsLowSurrogate(word[fits])))
            {
                fits--;
            }

            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}

/// Neighbouring words that look the same, where they begin on their line, and how far they go.
internal sealed record PdfPiece(string Text, PdfRun Run, XFont Font, double X, double Width);
