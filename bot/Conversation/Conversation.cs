using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Conversations;

/// One row a conversation: where it stands. What was said is in its transcript entries.
public sealed class Conversation
{
    /// `channel/id`, see ConversationKey.
    public required string Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastTurnAt { get; set; }

    public ConversationState State { get; set; } = ConversationState.New;

    /// The diagnosis under way or last finished here. It outlives the conversation: a resume code moves it to another.
    public Guid? DiagnosisId { get; set; }

    public Diagnosis? Diagnosis { get; set; }

    /// Number of transcript entries so far; the next one takes it as its sequence.
    public int EntryCount { get; set; }

    /// Row version: two replicas that work on the same conversation cannot both save.
    public int Version { get; set; }
}

/// Who of the desk leads a conversation, and the entry of the firm that has waited longest for an answer of theirs, if any.
public sealed record Holder(Guid Handoff, Guid Expert, string Name)
{
    public int? Awaited { get; init; }
}

/// What the dialogue remembers between two turns, apart from the diagnosis. Immutable, so that a change is always seen.
public sealed record ConversationState
{
    public static readonly ConversationState New = new();

    public Language Language { get; init; } = Language.French;

    /// Set when the person chose the language: it is not guessed from the words any more.
    public bool LanguageChosen { get; init; }

    /// Set while a person leads the conversation: the bot stays silent.
    public Holder? Holder { get; init; }

    /// Names of the topics under way, the active one last; the ones before it wait to be resumed.
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// Misses in a row: two bring choices, a third brings a person.
    public int Misses { get; init; }

    /// What the active topic waits for (its own words), for the topics that ask more than one thing.
    public string? Awaiting { get; init; }

    /// Market (ISO alpha-2) and theme last spoken of, which a follow-up question inherits.
    public IReadOnlyList<string> Markets { get; init; } = [];

    public string? Theme { get; init; }

    /// The number of the entry that ended on "did this answer your question?"; the next one may be the verdict.
    public int? HelpfulAskedAt { get; init; }

    /// The choices that stand under the last question. Their labels mean them, on channels that send no more than a text.
    public IReadOnlyList<Choice> Offered { get; init; } = [];

    /// When wrong resume codes were given here.
    public IReadOnlyList<DateTimeOffset> WrongCodes { get; init; } = [];
}
