namespace CroissanceConnectee.Bot.Desk;

/// What is wrong in a file, and where.
public sealed record Rejection(int Line, string? Column, string Reason, string Raw)
{
    public override string ToString() =>
        $"{Line}: rejected: {(Column is null ? "" : Column + ": ")}{Reason}{(Raw.Length == 0 ? "" : $" [{RosterRow.Shortened(Raw)}]")}";
}

/// One person of a file, with the cells of the columns that the file has.
public sealed record RosterRow(int Line, string Email, IReadOnlyDictionary<RosterColumn, string> Cells)
{
    private const int LongestCell = 4_000;
    private const int LongestShown = 60;

    /// Raw values may be as long as a file.
    public static string Shortened(string raw) => raw.Length <= LongestShown ? raw : $"{raw[..LongestShown]}… ({raw.Length} characters)";

    /// The person as the file describes it; a column that the file does not have leaves what is stored.
    public Expert? ApplyTo(Expert expert, RosterCodes codes, ICollection<Rejection> rejections)
    {
        var faults = rejections.Count;
        foreach (var (column, text) in Cells)
        {
            var cell = new Cell(text, codes);
            if (FaultOf(column, text) is { } fault)
            {
                cell.Reject(fault);
            }
            else
            {
                expert = column.Read(expert, cell);
            }

            if (cell.Fault is { } reason)
            {
                rejections.Add(new Rejection(Line, column.Name, reason, text));
            }
        }

        if (rejections.Count == faults && expert is { Kind: ExpertKind.Connector, CharterSignedOn: null })
        {
            rejections.Add(new Rejection(Line, "charte signee le", "a connector has signed the charter: the day is missing", ""));
        }

        return rejections.Count == faults ? expert : null;
    }

    private static string? FaultOf(RosterColumn column, string text) =>
        text.Length > LongestCell ? $"longer than {LongestCell} characters"
        : text.Any(char.IsControl) ? "holds a sign that is not printed"
        : column.IsRequired && text.Trim('|', ' ').Length == 0 ? "empty"
        : null;
}
