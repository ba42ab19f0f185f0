namespace CroissanceConnectee.Bot.Diagnoses;

/// What a diagnosis comes to: everything that the chat, the report, the PDF, the e-mail and the expert's brief tell of it.
/// Texts are in both languages. Computed from the answers each time, never stored.
public sealed record DiagnosisResult
{
    public required string Version { get; init; }

    /// In the order of the questionnaire, five to seven: the branches of the radar.
    public required IReadOnlyList<AxisScore> Axes { get; init; }

    /// 0–100, the mean of the axes that are known.
    public required int Overall { get; init; }

    public required MaturityLevel Level { get; init; }

    /// Three to seven, the first ones first.
    public required IReadOnlyList<Recommendation> Plan { get; init; }

    public required AidVerdict RegionalAid { get; init; }

    /// What was asked and answered, in the order of the questionnaire.
    public required IReadOnlyList<AnsweredQuestion> Answers { get; init; }

    /// Weakest last; axes that nothing is known of are left out.
    public IEnumerable<AxisScore> Strongest => Axes.Where(axis => axis.Known).OrderByDescending(axis => axis.Score);
}

public sealed record AxisScore(string Id, Wording Name, int Score, IReadOnlyList<Reason> Reasons)
{
    /// False when no answer says anything about it: its score is then 0 and means nothing.
    public bool Known => Reasons.Any(reason => reason.Effect != ReasonEffect.NotCounted);
}

/// Why a score is what it is: a clause such as "vous avez une boutique en ligne".
public sealed record Reason(string QuestionId, Wording Text, ReasonEffect Effect);

public enum ReasonEffect
{
    For,
    Against,

    /// The answer is not known, and was left out of the score.
    NotCounted,
}

/// Step is 1 to 4.
public sealed record MaturityLevel(string Id, int Step, int From, Wording Name, Wording Text);

/// Effect and Effort are 1 (small) to 3 (large). Because is a whole sentence built from the firm's own answers.
public sealed record Recommendation(
    string Id,
    RecommendationKind Kind,
    Wording Title,
    Wording Text,
    Wording Because,
    int Effect,
    int Effort,
    IReadOnlyList<PlanLink> Links);

public enum RecommendationKind
{
    Article,
    Scheme,
    Marketplace,
    Training,
    Story,
    Contact,
}

/// A knowledge article to read on; it exists.
public sealed record PlanLink(string ArticleId, Wording Title);

/// The regional aid for immaterial investment in online sales. Amounts in euros; equal when the budget is a figure.
public sealed record AidVerdict(AidOutcome Outcome, Wording Reason, decimal? AmountFrom, decimal? AmountTo, PlanLink? Link);

public enum AidOutcome
{
    Eligible,
    ToVerify,
    NotEligible,
}

public sealed record AnsweredQuestion(string QuestionId, Wording Question, Wording Name, Wording Answer, AnswerOrigin Origin, bool Unknown, string? By = null);
