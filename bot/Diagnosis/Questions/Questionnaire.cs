using System.Collections.Frozen;

namespace CroissanceConnectee.Bot.Diagnoses;

/// One version of the questionnaire, checked: every id it mentions exists, and no condition leads back to itself.
public sealed class Questionnaire(
    string version,
    IReadOnlyList<Axis> axes,
    IReadOnlyList<MaturityLevel> levels,
    IReadOnlyList<Question> questions,
    IReadOnlyList<Contradiction> contradictions)
{
    private readonly FrozenDictionary<string, Question> _byId = questions.ToFrozenDictionary(question => question.Id);

    /// The name of its file, without the extension.
    public string Version { get; } = version;

    public IReadOnlyList<Axis> Axes { get; } = axes;

    /// From the lowest to the highest.
    public IReadOnlyList<MaturityLevel> Levels { get; } = levels;

    /// In the order in which they are asked.
    public IReadOnlyList<Question> Questions { get; } = questions;

    public IReadOnlyList<Contradiction> Contradictions { get; } = contradictions;

    public Question? Find(string? id) => id is not null && _byId.TryGetValue(id, out var question) ? question : null;
}

public sealed record Axis(string Id, Wording Name);

/// Two answers that do not go together. Pointed out once; the firm may keep them.
public sealed record Contradiction(string Id, Condition When, Wording Text, IReadOnlyList<string> LookAt);
