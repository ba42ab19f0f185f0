namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The word lists beside this code, embedded: one entry a line, "#" opens a comment.
internal static class DataFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"{typeof(DataFile).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The list {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)];
    }
}
