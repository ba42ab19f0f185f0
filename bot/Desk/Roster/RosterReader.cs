using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace CroissanceConnectee.Bot.Desk;

/// The rows of a CSV file, and what cannot be read of it. With no header that can be trusted, nothing is read.
public sealed class RosterReader
{
    private readonly List<RosterRow> _rows = [];
    private readonly List<Rejection> _rejections = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);

    private RosterReader()
    {
    }

    public IReadOnlyList<RosterRow> Rows => _rows;

    public IReadOnlyList<Rejection> Rejections => _rejections;

    public static RosterReader Read(string text)
    {
        var reader = new RosterReader();
        var lines = RosterText.Lines(text);
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
        {
            reader.Reject(1, null, "the file is empty", "");
            return reader;
        }

        var separator = RosterText.Separator(lines[first]);
        reader.TakeOutUnclosedQuotes(lines, separator);
        reader.ReadRecords(string.Join('\n', lines), separator);
        return reader;
    }

    // No value of a roster spans lines, so that a quote left open damages its own line and not the rest of the file.
    private void TakeOutUnclosedQuotes(string[] lines, char separator)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('"', StringComparison.Ordinal) && RunsOn(lines[i], separator))
            {
                Reject(i + 1, null, "a quote is not closed on its line", lines[i]);
                lines[i] = "";
            }
        }
    }

    // Counting quotes is not enough: in `a"b;"c` the first one is a plain sign to the parser, and the second opens.
    private static bool RunsOn(string line, char separator)
    {
        using var parser = new CsvParser(new StringReader(line + "\nnext"), Format(separator, () => { }));
        return parser.Read() && parser.RawRecord.TrimEnd('\n') != line;
    }

    private static CsvConfiguration Format(char separator, Action misplacedQuote) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        BadDataFound = _ => misplacedQuote(),
    };

    private void ReadRecords(string text, char separator)
    {
        var misplacedQuote = false;
        using var parser = new CsvParser(new StringReader(text), Format(separator, () => misplacedQuote = true));
        IReadOnlyList<RosterColumn>? columns = null;
        while (parser.Read())
        {
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (columns is null)
            {
                columns = Columns(parser.RawRow, cells, parser.RawRecord.Trim());
                if (columns is null)
                {
                    return;
                }
            }
            else if (misplacedQuote)
            {
                Reject(parser.RawRow, null, "a quote stands in the middle of a cell", parser.RawRecord.Trim());
            }
            else
            {
                AddRow(parser.RawRow, columns, cells, parser.RawRecord.Trim());
            }

            misplacedQuote = false;
        }
    }

    private List<RosterColumn>? Columns(int line, string[] headers, string raw)
    {
        var columns = headers.Select(RosterColumn.Named).ToList();
        if (columns.TrueForAll(column => column is null))
        {
            Reject(line, null, $"the first line names no column; known: {string.Join(", ", RosterColumn.All.Select(column => column.Name))}", raw);
            return null;
        }

        // A misspelt column would be lost without a word, or leave its people without what it says.
        var before = _rejections.Count;
        foreach (var unknown in headers.Where((_, i) => columns[i] is null))
        {
            Reject(line, unknown.Trim(), "unknown column", "");
        }

        foreach (var twice in columns.OfType<RosterColumn>().GroupBy(column => column).Where(group => group.Count() > 1))
        {
            Reject(line, twice.Key.Name, "two columns of this name", "");
        }

        foreach (var missing in RosterColumn.All.Where(column => column.IsRequired && !columns.Contains(column)))
        {
            Reject(line, missing.Name, "missing column", "");
        }

        return _rejections.Count == before ? [.. columns.OfType<RosterColumn>()] : null;
    }

    private void AddRow(int line, IReadOnlyList<RosterColumn> columns, string[] cells, string raw)
    {
        if (cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            Reject(line, null, $"{cells.Length} cells under {columns.Count} columns", raw);
            return;
        }

        var byColumn = columns.Select((column, i) => (column, i)).ToDictionary(
            pair => pair.column, pair => pair.i < cells.Length ? SpreadsheetCell.Read(cells[pair.i].Trim()) : "");
        var email = byColumn[RosterColumn.Email].ToLowerInvariant();
        if (email.Length > 0 && !_lineOf.TryAdd(email, line))
        {
            Reject(line, RosterColumn.Email.Name, $"already on line {_lineOf[email]}", email);
            return;
        }

        _rows.Add(new RosterRow(line, email, byColumn));
    }

    private void Reject(int line, string? column, string reason, string raw) => _rejections.Add(new Rejection(line, column, reason, raw));
}
