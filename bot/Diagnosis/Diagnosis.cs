namespace CroissanceConnectee.Bot.Diagnoses;

/// One firm's run through the questionnaire. It belongs to no channel: conversations point to it.
public sealed class Diagnosis
{
    public const int CodeLength = 6;

    public required Guid Id { get; init; }

    /// Version of the questionnaire it began on, and stays on.
    public required string QuestionnaireVersion { get; init; }

    /// Six characters that continue the diagnosis elsewhere; unique, without look-alikes.
    public required string ResumeCode { get; init; }

    /// Unguessable part of the report's address.
    public required string ReportToken { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DiagnosisProgress Progress { get; set; } = DiagnosisProgress.Empty;

    public int Version { get; set; }
}

/// What was asked and answered so far. Immutable, so that a change is always seen.
public sealed record DiagnosisProgress
{
    public static readonly DiagnosisProgress Empty = new();

    /// By question id.
    public IReadOnlyDictionary<string, Answer> Answers { get; init; } = new Dictionary<string, Answer>();

    /// Ids in the order in which they were asked, for "retour".
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// The question that waits for an answer.
    public string? Asking { get; init; }

    /// What was chosen so far of a question that takes several, until "c'est tout".
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// What is to be settled before the next question: `confirm` (answers that were looked up) or the id of a contradiction.
    public string? Settling { get; init; }

    /// Whether the company number is asked for: only where it can be looked up.
    public bool LooksUp { get; init; }

    /// Contradictions already pointed out: each is said once.
    public IReadOnlyList<string> PointedOut { get; init; } = [];
}

/// An answer to one question. Which of the values is set depends on the question's kind; none is when it was passed over.
public sealed record Answer
{
    public AnswerOrigin Origin { get; init; } = AnswerOrigin.Said;

    /// Ids of the choices taken.
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// The figure given, where the question asks for one.
    public decimal? Number { get; init; }

    public string? Text { get; init; }

    /// "Je ne sais pas", or the question was skipped.
    public bool Unknown { get; init; }

    /// The person of the desk who corrected it, where one did.
    public string? By { get; init; }

    public static Answer NotKnown => new() { Unknown = true };

    public static Answer Of(params IEnumerable<string> choices) => new() { Choices = [.. choices] };

    public static Answer OfFigure(decimal figure, string band) => new() { Number = figure, Choices = [band] };

    /// The same thing said, whoever said it.
    public bool Says(Answer other) =>
        Unknown == other.Unknown && Number == other.Number && Text == other.Text && Choices.Order().SequenceEqual(other.Choices.Order());
}

public enum AnswerOrigin
{
    Said,
    Deduced,
    LookedUp,
    Corrected,
}
