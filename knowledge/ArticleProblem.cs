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
    /// <summary>A date has passed: the article or the fact was to be checked again by then, or the fact has expired.</summary>
    public bool IsOverdue { get; init; }

    public override string ToString() => $"{File}:{Line}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Reason}";
}
