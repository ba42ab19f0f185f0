namespace CroissanceConnectee.Knowledge;

/// <summary>An error keeps the article out of the base; a warning asks for a person's eye.</summary>
public enum ProblemSeverity
{
    Warning,
    Error,
}

/// <summary>What is wrong in an article file, and where. The file is relative to the folder of articles; line 0 means the whole file.</summary>
public sealed record ArticleProblem(string File, int Line, string Reason, ProblemSeverity Severity = ProblemSeverity.Error)
{
    public override string ToString() => $"{File}:{Line}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Reason}";
}
