using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CroissanceConnectee.Bot.Desk;

/// The file that French spreadsheets open as it is: semicolons, UTF-8 with its mark. An import of it changes nothing.
public static class RosterWriter
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" };

    public static async Task WriteAsync(Stream file, IAsyncEnumerable<Expert> experts, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        await WriteAsync(csv, RosterColumn.All.Select(column => column.Name));
        await foreach (var expert in experts.WithCancellation(cancellation))
        {
            await WriteAsync(csv, Cells(expert).Select(SpreadsheetCell.Written));
        }
    }

    /// Two experts that are written alike are the same, whatever objects hold them.
    public static IEnumerable<string> Cells(Expert expert) => RosterColumn.All.Select(column => column.Write(expert));

    private static async Task WriteAsync(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        await csv.NextRecordAsync();
    }
}
