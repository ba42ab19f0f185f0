namespace CroissanceConnectee.Knowledge.Reading;

// Collects what is wrong in one file; reading goes on after a problem, so that a writer sees all of them at once.
internal sealed class ProblemLog(string file)
{
    private readonly List<ArticleProblem> problems = [];

    public IReadOnlyList<ArticleProblem> Problems => problems;

    public bool HasErrors => problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(int line, string reason) => problems.Add(new ArticleProblem(file, line, reason));
}
