namespace CroissanceConnectee.Bot.Diagnoses;

/// The answers of one firm, seen through the questionnaire: which questions are asked of it, and which are not.
public sealed class AnswerSheet(Questionnaire questionnaire, IReadOnlyDictionary<string, Answer> answers)
{
    private readonly Dictionary<string, Truth> _applies = [];

    public Questionnaire Questionnaire { get; } = questionnaire;

    public IReadOnlyDictionary<string, Answer> Answers { get; } = answers;

    public bool LooksUp { get; init; }

    /// By axis id, once they are computed.
    public IReadOnlyDictionary<string, int> Scores { get; init; } = new Dictionary<string, int>();

    public Question Question(string id) =>
        Questionnaire.Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, "Not a question of this version.");

    public Answer? Answer(string id) => Answers.GetValueOrDefault(id);

    /// The answer, unless it is "I do not know".
    public Answer? Known(string id) => Answer(id) is { Unknown: false } answer ? answer : null;

    public int? Score(string axisId) => Scores.TryGetValue(axisId, out var score) ? score : null;

    public bool Holds(Condition? condition) => condition is null || condition.On(this) == Truth.Yes;

    /// Whether the firm is asked this question. Computed once: conditions look at conditions.
    public Truth Applies(string id)
    {
        if (!_applies.TryGetValue(id, out var applies))
        {
            var question = Question(id);
            applies = question.Kind == QuestionKind.CompanyNumber && !LooksUp ? Truth.No : question.When?.On(this) ?? Truth.Yes;
            _applies[id] = applies;
        }

        return applies;
    }
}
