using CroissanceConnectee.Knowledge.Reading;

namespace CroissanceConnectee.Knowledge;

/// <summary>What a writer wants to know of a folder of articles before publishing it.</summary>
public static class KnowledgeCheck
{
    /// <summary>
    /// Every problem of the folder, in the order of files and lines: errors keep an article out of the base, or lead its readers
    /// nowhere; warnings ask for a person's eye. Changes nothing and depends on nothing but its arguments.
    /// </summary>
    public static IReadOnlyList<ArticleProblem> Run(string directory, DateOnly today)
    {
        var folder = ArticleFolder.Read(directory);
        return
        [
            .. folder.Problems
                .Concat(Emptiness(folder))
                .Concat(folder.Files.SelectMany(file => DeadLinks(file, folder.Articles)))
                .Concat(folder.Files.SelectMany(file => Ageing(file, today)))
                .Concat(folder.Files.SelectMany(Contradictions))
                .Concat(ContradictionsBetween(folder.Files))
                .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line),
        ];
    }

    private static IEnumerable<ArticleProblem> DeadLinks(ArticleFile file, IReadOnlyList<Article> articles)
    {
        foreach (var link in file.Links)
        {
            var (id, anchor) = link.Target.Split('#', 2) is [var before, var after] ? (before, after) : (link.Target, null);
            var target = id.Length == 0 ? file.Article : articles.FirstOrDefault(article => article.Id == id);
            if (target is null ? id.Length > 0 : anchor is not null && target.Sections.All(section => section.Anchor != anchor))
            {
                yield return new ArticleProblem(file.File, link.Line, $"the link to \"{link.Target}\" leads nowhere");
            }
        }
    }

    private static IEnumerable<ArticleProblem> Ageing(ArticleFile file, DateOnly today)
    {
        if (file.Article?.ReviewBy < today)
        {
            yield return Overdue(file, 0, $"the article was to be read again by {file.Article.ReviewBy:yyyy-MM-dd}");
        }

        foreach (var (fact, line) in FactsOf(file))
        {
            if (fact.ValidityOn(today) == FactValidity.Expired)
            {
                yield return Overdue(file, line, $"the fact \"{fact.Key}\" expired on {fact.ValidTo:yyyy-MM-dd}");
            }
            else if (fact.ReviewBy < today)
            {
                yield return Overdue(file, line, $"the fact \"{fact.Key}\" was to be checked by {fact.ReviewBy:yyyy-MM-dd}");
            }
        }
    }

    // Two sources may disagree at two dates. The same thing said at the same date is a copy, or a contradiction.
    private static IEnumerable<ArticleProblem> Contradictions(ArticleFile file) =>
        from facts in FactsOf(file).GroupBy(item => (item.Fact.Key, item.Fact.Label.Fr, item.Fact.AsOf, item.Fact.ValidFrom))
        where facts.Count() > 1
        let values = facts.Select(item => item.Fact.Display("fr")).Distinct().ToList()
        select new ArticleProblem(file.File, facts.Last().Line, values.Count == 1
            ? $"the fact \"{facts.Key.Key}\" is there twice"
            : $"the fact \"{facts.Key.Key}\" has several values on {facts.Key.AsOf:yyyy-MM-dd}: {string.Join(", ", values)}");

    // What is said of one country holds in every article about it: two current values of one key in two of them cannot both be right.
    private static IEnumerable<ArticleProblem> ContradictionsBetween(IReadOnlyList<ArticleFile> files) =>
        from file in files
        where file.Article is { Kind: ArticleKind.Market or ArticleKind.Practice, Markets.Count: 1 }
        from item in FactsOf(file)
        group (file, item.Fact, item.Line) by (Market: file.Article!.Markets[0], item.Fact.Key, item.Fact.Unit) into facts
        from last in facts
        from first in facts
        where string.CompareOrdinal(first.file.File, last.file.File) < 0
            && first.Fact.Display("fr") != last.Fact.Display("fr") && HoldTogether(first.Fact, last.Fact)
        select new ArticleProblem(last.file.File, last.Line,
            $"the fact \"{facts.Key.Key}\" is {last.Fact.Display("fr")} here and {first.Fact.Display("fr")} in {first.file.File}:{first.Line}");

    private static bool HoldTogether(Fact one, Fact other) =>
        (one.ValidTo ?? DateOnly.MaxValue) >= (other.ValidFrom ?? DateOnly.MinValue)
        && (other.ValidTo ?? DateOnly.MaxValue) >= (one.ValidFrom ?? DateOnly.MinValue);

    private static IEnumerable<ArticleProblem> Emptiness(ArticleFolder folder) =>
        folder.Files.Count == 0 && folder.Problems.Count == 0 ? [new ArticleProblem(".", 0, "the folder holds no article")] : [];

    private static IEnumerable<(Fact Fact, int Line)> FactsOf(ArticleFile file) => (file.Article?.Facts ?? []).Zip(file.FactLines);

    private static ArticleProblem Overdue(ArticleFile file, int line, string reason) =>
        new(file.File, line, reason, ProblemSeverity.Warning) { IsOverdue = true };
}
