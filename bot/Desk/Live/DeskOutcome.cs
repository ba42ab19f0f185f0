namespace CroissanceConnectee.Bot.Desk;

/// What became of something that an expert did. By: the name of whoever has it, where another has.
public sealed record DeskOutcome(DeskResult Result, string? By = null)
{
    public static readonly DeskOutcome Done = new(DeskResult.Done);

    public bool IsDone => Result == DeskResult.Done;
}

public enum DeskResult
{
    Done,
    TakenByAnother,
    AlreadyClosed,
    NotClosed,

    /// Another leads it, or the bot does.
    NotYours,
    UnknownHandoff,

    /// Not on the roster, or not active.
    UnknownExpert,
    Empty,
    TooLong,
    UnknownQuestion,

    /// The question cannot be answered with that.
    NoAnswer,
}
