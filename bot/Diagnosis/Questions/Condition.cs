namespace CroissanceConnectee.Bot.Diagnoses;

/// When a question is asked, a contradiction pointed out, a recommendation made. Three-valued: an answer still to come
/// makes it Maybe, which is what the estimate of the number of questions needs.
public abstract record Condition
{
    public abstract Truth On(AnswerSheet sheet);

    /// The ids that it looks at.
    public abstract IEnumerable<string> Mentions { get; }
}

public enum Truth
{
    No,
    Maybe,
    Yes,
}

public sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override Truth On(AnswerSheet sheet) => Conditions.Select(condition => condition.On(sheet)).DefaultIfEmpty(Truth.Yes).Min();

    public override IEnumerable<string> Mentions => Conditions.SelectMany(condition => condition.Mentions);
}

public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override Truth On(AnswerSheet sheet) => Conditions.Select(condition => condition.On(sheet)).DefaultIfEmpty(Truth.No).Max();

    public override IEnumerable<string> Mentions => Conditions.SelectMany(condition => condition.Mentions);
}

public sealed record NoneOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override Truth On(AnswerSheet sheet) => Conditions.Select(condition => condition.On(sheet)).DefaultIfEmpty(Truth.No).Max() switch
    {
        Truth.Yes => Truth.No,
        Truth.No => Truth.Yes,
        _ => Truth.Maybe,
    };

    public override IEnumerable<string> Mentions => Conditions.SelectMany(condition => condition.Mentions);
}

/// A condition on one answer. A question that is not asked at all has no answer, for good.
public sealed record AnswerIs(string QuestionId, AnswerTest Test) : Condition
{
    public override Truth On(AnswerSheet sheet) =>
        sheet.Answer(QuestionId) is { } answer ? (Test.Holds(answer, sheet.Question(QuestionId)) ? Truth.Yes : Truth.No)
        : sheet.Applies(QuestionId) == Truth.No ? Truth.No
        : Truth.Maybe;

    public override IEnumerable<string> Mentions => [QuestionId];
}

/// A condition on the score of an axis; only in recommendations, where the scores are known.
public sealed record ScoreIs(string AxisId, int Min, int Max) : Condition
{
    public override Truth On(AnswerSheet sheet) =>
        sheet.Score(AxisId) is { } score && score >= Min && score <= Max ? Truth.Yes : Truth.No;

    public override IEnumerable<string> Mentions => [];
}

public abstract record AnswerTest
{
    public abstract bool Holds(Answer answer, Question question);
}

public sealed record Among(IReadOnlySet<string> Choices) : AnswerTest
{
    public override bool Holds(Answer answer, Question question) => answer.Choices.Any(Choices.Contains);
}

/// The whole figure, or the whole band when only a band was given, lies between the bounds.
public sealed record Between(decimal? Min, decimal? Max) : AnswerTest
{
    public override bool Holds(Answer answer, Question question)
    {
        var band = answer.Choices is [var id] ? question.Choice(id) : null;
        var low = answer.Number ?? band?.Min;
        var high = answer.Number ?? band?.Max;
        return (Min is null || low >= Min) && (Max is null || high <= Max);
    }
}

/// How many were chosen.
public sealed record CountIs(int Min, int Max) : AnswerTest
{
    public override bool Holds(Answer answer, Question question) =>
        !answer.Unknown && answer.Choices.Count >= Min && answer.Choices.Count <= Max;
}

public sealed record IsKnown : AnswerTest
{
    public override bool Holds(Answer answer, Question question) => !answer.Unknown;
}

public sealed record IsUnknown : AnswerTest
{
    public override bool Holds(Answer answer, Question question) => answer.Unknown;
}
