using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Answers;

/// `dotnet run --project bot -- knowledge check`: what a writer asks before publishing articles, without starting the host.
public static class KnowledgeCommand
{
    private const int Clean = 0;
    private const int HasErrors = 1;
    private const int NotUnderstood = 2;

    public static bool Matches(string[] args) => args is ["knowledge", ..];

    public static int Run(string[] args, IConfiguration configuration, TextWriter output)
    {
        if (args is not [_, "check", ..])
        {
            output.WriteLine("knowledge check [--Knowledge:Directory=<folder>]   names every problem of the articles by file and line");
            return NotUnderstood;
        }

        var options = configuration.GetSection("Knowledge").Get<KnowledgeOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new KnowledgeOptions();
        var problems = KnowledgeCheck.Run(options.FullDirectory, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        output.WriteLine($"{errors} errors, {problems.Count - errors} warnings, of which {problems.Count(problem => problem.IsOverdue)} past their date, in {options.FullDirectory}");
        return errors > 0 ? HasErrors : Clean;
    }
}
