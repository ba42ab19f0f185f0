namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Where one goes after signing in: a page of the desk, whatever the address said.
internal static class ReturnAddress
{
    public const string Home = "/experts";

    public static string Of(string? asked) =>
        asked is not null
        && (asked == Home || asked.StartsWith(Home + "/", StringComparison.Ordinal) || asked.StartsWith(Home + "?", StringComparison.Ordinal))
        && !asked.Contains('\\', StringComparison.Ordinal)
        && !asked.Any(char.IsControl)
            ? asked
            : Home;
}
