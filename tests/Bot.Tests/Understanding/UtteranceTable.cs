namespace CroissanceConnectee.Bot.Tests.Understanding;

/// The tables beside this code: one utterance a line, a tab before what is expected, "#" opens a comment line.
internal static class UtteranceTable
{
    public static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", name))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));

    public static TheoryData<string, string> Pairs(string name)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var row in Rows(name))
        {
            pairs.Add(row[0], row[1]);
        }

        return pairs;
    }
}
