namespace CroissanceConnectee.Search.Text;

// Lists of words live in text files beside this code: one or more words a line, "#" opens a comment.
internal static class WordLists
{
    public static IReadOnlyList<string> Read(string fileName)
    {
        using var reader = new StreamReader(Open(fileName));
        return [.. reader.ReadToEnd().Split('\n')
            .Select(line => line.Split('#')[0])
            .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    }

    public static Stream Open(string fileName) =>
        typeof(WordLists).Assembly.GetManifestResourceStream($"{typeof(WordLists).Namespace}.{fileName}")
        ?? throw new InvalidOperationException($"The word list {fileName} is not in the assembly.");
}
