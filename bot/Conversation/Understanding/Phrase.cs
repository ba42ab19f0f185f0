namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// What a phrase means: the names of the sections in the files of phrases.
internal enum Meaning
{
    Filler,
    Hedge,
    Yes,
    No,
    DontKnow,
    Skip,
    Help,
    Repeat,
    Back,
    Correct,
    Restart,
    Stop,
    Language,
    English,
    French,
    MyData,
    Diagnosis,
    Goal,
    Person,
    Frustrated,
    Greets,
    Thanks,
    Question,
    Correction,
    CorrectStart,
    WeakCorrection,
    First,
    Joint,
    Subject,
}

internal enum Scope
{
    Anywhere,

    /// Only as the message, apart from fillers.
    Whole,

    /// Enough by itself in a message of a few words that speaks of none of our subjects.
    Short,

    /// Only where a clause begins.
    Start,

    /// Only where a clause ends.
    End,
}

/// A place where a phrase was found: words From up to To, not included.
internal readonly record struct PhraseMatch(Meaning Meaning, Scope Scope, int From, int To);

internal sealed record Phrase(Meaning Meaning, Scope Scope, Pattern Pattern);
