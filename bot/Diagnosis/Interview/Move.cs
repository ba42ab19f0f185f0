namespace CroissanceConnectee.Bot.Diagnoses;

/// What a message means to the diagnosis.
public abstract record Move
{
    /// Begin, or go on where it stood.
    public sealed record Start : Move;

    /// Begin another one; the present one keeps its code.
    public sealed record StartAfresh : Move;

    /// An answer to the question that waits, or to one that may still be asked.
    public sealed record Reply(Question Question, AnswerReading Reading) : Move;

    /// One choice of a question that takes several; more may follow.
    public sealed record Take(Question Question, string ChoiceId) : Move;

    /// "C'est tout": nothing follows.
    public sealed record Done(Question Question) : Move;

    /// Another answer to an earlier question.
    public sealed record Revise(Question Question, Answer Answer) : Move;

    /// Ask an earlier question again.
    public sealed record Revisit(Question Question) : Move;

    /// Show the answers, from this one on, to choose the one to change.
    public sealed record ListAnswers(int From) : Move;

    public sealed record Back : Move;

    /// Leave a contradiction as it is.
    public sealed record Keep : Move;

    /// What was looked up is right, or is not.
    public sealed record Confirm(bool Right) : Move;

    /// "Pourquoi cette question ?"
    public sealed record Explain : Move;

    /// A button of a question that is not asked any more.
    public sealed record Outdated : Move;

    private Move()
    {
    }
}

/// Claim says how surely, on the scale of Conversations.Claim.
public sealed record Understood(Move Move, double Claim);
