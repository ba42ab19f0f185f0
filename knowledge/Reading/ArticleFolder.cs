namespace CroissanceConnectee.Knowledge.Reading;

// All articles below one folder, read at one moment.
internal sealed record ArticleFolder(IReadOnlyList<Article> Articles, IReadOnlyList<ArticleFile> Files, IReadOnlyList<ArticleProblem> Problems)
{
    public static ArticleFolder Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return new ArticleFolder([], [], [new ArticleProblem(directory, 0, "the folder of articles does not exist")]);
        }

        // Files know nothing of each other, and reading them is most of what a start takes.
        var files = Paths(directory).AsParallel().AsOrdered().Select(path => ReadFile(directory, path)).ToList();
        var articles = new List<Article>();
        var problems = files.SelectMany(file => file.Problems).ToList();
        foreach (var (file, article) in files.Where(file => file.Article is not null).Select(file => (file.File, file.Article!)))
        {
            if (articles.Exists(other => other.Id == article.Id))
            {
                problems.Add(new ArticleProblem(file, 2, $"another file already holds the article \"{article.Id}\""));
            }
            else
            {
                articles.Add(article);
            }
        }

        return new ArticleFolder(articles, files, problems);
    }

    // Changes whenever a file comes, goes or is written.
    public static string Fingerprint(string directory) => !Directory.Exists(directory) ? "" : string.Join('\n', Paths(directory)
        .Select(path => new FileInfo(path))
        .Select(file => file.Exists ? $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}" : file.FullName));

    private static IOrderedEnumerable<string> Paths(string directory) =>
        Directory.EnumerateFiles(directory, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static ArticleFile ReadFile(string directory, string path)
    {
        var name = Path.GetRelativePath(directory, path).Replace('\\', '/');
        try
        {
            return ArticleFile.Parse(name, File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new ArticleFile(name, null, [new ArticleProblem(name, 0, $"the file cannot be read: {unreadable.Message}")]);
        }
    }
}
