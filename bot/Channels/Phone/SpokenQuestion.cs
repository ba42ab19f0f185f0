using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// A question as it is spoken: the words, and what can be chosen with the keys.
public sealed record SpokenQuestion(string Text, IReadOnlyList<Choice> Choices)
{
    /// Of one menu; more are paged.
    public const int ChoicesAtOnce = 4;

    /// The question put otherwise.
    public string? Help { get; init; }

    public AnswerKind Wants { get; init; }

    /// The words name the choices already.
    public bool NamesChoices { get; init; }

    /// The answer changes a result, or says where someone is reached: what was heard badly is read back.
    public bool Counts { get; init; }

    /// Opens with yes and no, whose keys are 1 and 2 everywhere.
    public bool IsYesNo { get; init; }

    /// Keys spell the answer out, up to the hash key; otherwise one key chooses.
    public bool IsEntry => Choices.Count == 0 || Wants is AnswerKind.Words or AnswerKind.Digits or AnswerKind.Contact or AnswerKind.Code;

    public int Pages => Math.Max(1, (Choices.Count + ChoicesAtOnce - 1) / ChoicesAtOnce);

    public IReadOnlyList<Choice> Page(int page) => [.. Choices.Skip(page % Pages * ChoicesAtOnce).Take(ChoicesAtOnce)];
}
