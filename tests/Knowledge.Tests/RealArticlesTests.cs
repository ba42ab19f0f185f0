namespace CroissanceConnectee.Knowledge.Tests;

public class RealArticlesTests
{
    [Fact]
    public void ArticlesThatShipHaveNoError()
    {
        var problems = KnowledgeCheck.Run(Path.Combine(AppContext.BaseDirectory, "articles"), new DateOnly(2026, 11, 22));

        var errors = problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString());

        Assert.Equal("", string.Join('\n', errors));
    }
}
