using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CroissanceConnectee.Knowledge.Reading;

// What one file holds: an article, or the reasons why it holds none.
internal sealed record ArticleFile(string File, Article? Article, IReadOnlyList<ArticleProblem> Problems)
{
    public IReadOnlyList<InternalLink> Links { get; private init; } = [];

    // The line of each of the article's facts.
    public IReadOnlyList<int> FactLines { get; private init; } = [];

    private const string Fence = "---";

    public static ArticleFile Parse(string file, string text)
    {
        var log = new ProblemLog(file);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            log.Error(1, "the file does not begin with front matter between two lines ---");
            return new ArticleFile(file, null, log.Problems);
        }

        if (FrontMatterOf(string.Join('\n', lines[1..end]), log) is not { } map)
        {
            return new ArticleFile(file, null, log.Problems);
        }

        var article = FrontMatter.Read(map, Path.GetFileNameWithoutExtension(file), log);
        var body = new ArticleBody(article.Id, article.Sources, log);
        article = article with { Sections = body.Read(string.Join('\n', lines[(end + 1)..]), end + 2) };
        foreach (var question in article.Questions.Where(question => article.Sections.All(section => section.Anchor != question.Section)))
        {
            log.Error(map.LineOf("questions"), $"a question leads to the section \"{question.Section}\", which the article does not have");
        }

        return log.HasErrors
            ? new ArticleFile(file, null, log.Problems)
            : new ArticleFile(file, article, log.Problems) { Links = body.Links, FactLines = [.. map.Maps("facts", "fact").Select(fact => fact.Line)] };
    }

    private static YamlMap? FrontMatterOf(string yaml, ProblemLog log)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlMap(root, "the article", log);
            }

            log.Error(1, "the front matter must be keys with values");
        }
        // The parser throws the second kind for some unclosed brackets; it then knows no line.
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            var line = broken is YamlException { Start.Line: var number } ? (int)number : 0;
            log.Error(line + 1, $"the front matter is not valid YAML: {broken.Message}");
        }

        return null;
    }
}
