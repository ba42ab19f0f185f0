namespace CroissanceConnectee.Bot.Desk;

/// A cell that begins with one of these signs is a formula to a spreadsheet, which runs it when the file is opened. It is
/// written behind an apostrophe, and read without it; one more goes before apostrophes that stood there already, so that
/// whatever is written is read back as it was.
public static class SpreadsheetCell
{
    private const string FormulaSigns = "=+-@";

    public static string Written(string value) => IsFormula(value) ? "'" + value : value;

    public static string Read(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(string value)
    {
        var bare = value.AsSpan().TrimStart('\'');
        return bare.Length > 0 && FormulaSigns.Contains(bare[0], StringComparison.Ordinal);
    }
}
