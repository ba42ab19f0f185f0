namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The word lists beside this code, embedded: "#" opens a comment.
internal static class DataFile
{
    private static readonly Dictionary<string, string> Lists = ReadLists();

    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"{typeof(DataFile).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The list {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)];
    }

    /// The words of a list of word-lists.txt.
    public static HashSet<string> List(string name) => [.. Lists[name].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// The phrases of a list of word-lists.txt, which bars divide; none when there is no such list.
    public static IEnumerable<string> Phrases(string name) => Lists.GetValueOrDefault(name, "")
        .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> ReadLists()
    {
        var lists = new Dictionary<string, string>();
        var current = "";
        foreach (var line in Lines("word-lists.txt"))
        {
            if (line.StartsWith('['))
            {
                current = line.Trim('[', ']');
                lists.Add(current, "");
            }
            else
            {
                lists[current] += $" {line}";
            }
        }

        return lists;
    }
}
