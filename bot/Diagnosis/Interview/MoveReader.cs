using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Diagnoses;

/// How far the diagnosis is from the person's mind: the topic that speaks, one that was interrupted, or one put aside.
public enum Standing
{
    Speaking,
    Interrupted,
    Aside,
}

/// What a message means to the diagnosis, and how surely. Pure: the topic claims with it, then acts on the same reading.
public static class MoveReader
{
    /// What settles a question by itself is never claimed as strongly as by the topic that speaks.
    private const double InterruptedClaim = 0.5;

    private static readonly string[] DoneWords = ["c est tout", "cest tout", "c est bon", "voila", "termine", "fini", "rien d autre", "pas d autre", "that s all", "that is all", "done", "nothing else", "no more"];
    private static readonly string[] KeepWords = ["garder", "je garde", "laisser", "laisse", "c est bien ca", "c est ca", "c est juste", "c est normal", "keep", "keep it", "that s right", "it is right", "leave it"];
    private static readonly string[] WhyWords = ["pourquoi cette question", "pourquoi vous demandez", "pourquoi tu demandes", "a quoi ca sert", "pourquoi vous voulez savoir", "why do you ask", "why this question", "why are you asking"];
    // "Je veux changer la région": said in a few words. In a longer sentence "changer" is about something else.
    private const int WordsOfAWish = 7;

    private static readonly string[] ChangeWords = ["corriger", "corrige", "corrigez", "modifier", "modifie", "modifiez", "changer", "rectifier", "to change", "change the", "change my", "correct the", "correct my"];

    public static Understood? Read(Questionnaire? questionnaire, DiagnosisProgress? progress, Message message, Standing standing)
    {
        if (message.ChoiceValue is { } value)
        {
            return ChoiceValues.Read(value, questionnaire, progress ?? DiagnosisProgress.Empty) switch
            {
                Move.Take(var question, var choice) when message.TypedChoice =>
                    new Understood(new Move.Reply(question, new AnswerReading(Answer.Of(choice), Claim.Certain, false)), Claim.Certain),
                { } chosen => new Understood(chosen, Claim.Certain),
                null => null,
            };
        }

        if (questionnaire is null || progress is null)
        {
            return Wanted(message);
        }

        return message.Command switch
        {
            Command.Back when progress.Asked.Count > 0 => new Understood(new Move.Back(), Claim.Certain),
            Command.Correct when progress.Answers.Count > 0 => new Understood(Corrected(questionnaire, progress, message), Claim.Certain),
            not null => null,
            _ => OfWords(questionnaire, progress, message, standing),
        };
    }

    private static Understood? OfWords(Questionnaire questionnaire, DiagnosisProgress progress, Message message, Standing standing)
    {
        var asking = standing == Standing.Aside ? null : questionnaire.Find(progress.Asking);
        var settling = standing == Standing.Aside ? null : Settled(questionnaire, progress, message);
        return settling
            ?? (asking is null ? null : OnQuestion(asking, progress, message))
            ?? Correcting(questionnaire, progress, message, asking)
            ?? Answering(asking, message, standing)
            ?? (standing == Standing.Aside ? null : Misplaced(questionnaire, progress, message, asking))
            ?? Wanted(message);
    }

    private static Understood? Wanted(Message message) =>
        message.WantsDiagnosis ? new Understood(new Move.Start(), Claim.Strong) : null;

    private static Understood? OnQuestion(Question asking, DiagnosisProgress progress, Message message)
    {
        if (WhyWords.Any(words => Says(message, words)))
        {
            return new Understood(new Move.Explain(), Claim.Strong);
        }

        var done = progress.Taken.Count > 0 && (message.Stance == Stance.No || DoneWords.Any(words => message.Folded.StartsWith(words, StringComparison.Ordinal)));
        return done ? new Understood(new Move.Done(asking), Claim.Strong) : null;
    }

    /// Something stands between two questions: what was looked up, or a contradiction.
    private static Understood? Settled(Questionnaire questionnaire, DiagnosisProgress progress, Message message)
    {
        if (progress.Settling is null)
        {
            return null;
        }

        var confirms = progress.Settling == Settlings.Confirm;
        if (message.Stance == Stance.Yes || KeepWords.Any(words => Says(message, words)))
        {
            return new Understood(confirms ? new Move.Confirm(true) : new Move.Keep(), Claim.Strong);
        }

        if (confirms && (message.Stance == Stance.No || message.OpensWith == Stance.No))
        {
            return new Understood(new Move.Confirm(false), Claim.Strong);
        }

        return Changes(message) && CorrectionReader.NamedAlone(questionnaire, progress, message) is { } named
            ? new Understood(new Move.Revisit(named), Claim.Strong)
            : !Asks(message) && CorrectionReader.Find(questionnaire, progress, message) is { } found && (message.IsCorrection || IsAtIssue(questionnaire, progress, found))
            ? new Understood(MoveOf(found), Claim.Strong)
            : null;
    }

    /// Words that happen to fit some other answer correct nothing: it was not asked about.
    private static bool IsAtIssue(Questionnaire questionnaire, DiagnosisProgress progress, Correction found) =>
        progress.Settling == Settlings.Confirm
        || questionnaire.Contradictions.Any(contradiction => contradiction.Id == progress.Settling && contradiction.LookAt.Contains(found.Question.Id));

    /// Words that take something back. On the question that waits itself, they are just its answer.
    private static Understood? Correcting(Questionnaire questionnaire, DiagnosisProgress progress, Message message, Question? asking)
    {
        var changes = Changes(message);
        if (changes && CorrectionReader.NamedAlone(questionnaire, progress, message) is { } named)
        {
            return new Understood(new Move.Revisit(named), Claim.Strong);
        }

        if (!(message.IsCorrection || changes) || (Asks(message) && !message.Numbers.Any(number => number.Negated)))
        {
            return null;
        }

        if (CorrectionReader.Plain(questionnaire, progress, message) is { } plain && plain.Question != asking)
        {
            return new Understood(MoveOf(plain), Claim.Strong);
        }

        if (asking is not null && AnswerReader.Read(asking, message) is { } reading)
        {
            return new Understood(new Move.Reply(asking, reading), reading.Certainty);
        }

        if (CorrectionReader.Likely(questionnaire, progress, message) is { } likely)
        {
            return new Understood(MoveOf(likely), Claim.Strong);
        }

        return progress.Answers.Count > 0 && (message.IsCorrection || CorrectionReader.SaysNoMore(message))
            ? new Understood(new Move.ListAnswers(0), Claim.Likely)
            : null;
    }

    private static Understood? Answering(Question? asking, Message message, Standing standing)
    {
        if (asking is null || AnswerReader.Read(asking, message) is not { } reading)
        {
            return null;
        }

        // A question of the firm's own goes to whoever can answer it, even when it has the words of a choice in it.
        var asks = message.IsQuestion && reading.Certainty < (message.IsElliptical ? Claim.Strong : AnswerReader.Exact);
        var claim = asks ? Math.Min(reading.Certainty, Claim.Weak) : reading.Certainty;
        return new Understood(new Move.Reply(asking, reading), standing == Standing.Speaking ? claim : Math.Min(claim, InterruptedClaim));
    }

    /// A figure that can only belong to an earlier question: "on est 12 salariés" while the website is asked about.
    private static Understood? Misplaced(Questionnaire questionnaire, DiagnosisProgress progress, Message message, Question? asking) =>
        Asks(message) || CorrectionReader.ByUnit(questionnaire, progress, message) is not { } found || found.Question == asking
            ? null
            : new Understood(MoveOf(found), Claim.Likely);

    private static Move Corrected(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        CorrectionReader.NamedAlone(questionnaire, progress, message) is { } named ? new Move.Revisit(named)
        : CorrectionReader.Find(questionnaire, progress, message) is { } found ? MoveOf(found) : new Move.ListAnswers(0);

    private static Move MoveOf(Correction correction) =>
        correction.Answer is { } answer ? new Move.Revise(correction.Question, answer) : new Move.Revisit(correction.Question);

    /// A question in so many words; a bare noun phrase may as well be an answer.
    private static bool Asks(Message message) => message is { IsQuestion: true, IsElliptical: false };

    private static bool Changes(Message message) => message.Words.Count <= WordsOfAWish && ChangeWords.Any(words => Says(message, words));

    private static bool Says(Message message, string words) => $" {message.Folded} ".Contains($" {words} ", StringComparison.Ordinal);
}

public static class Settlings
{
    /// What was looked up is to be confirmed. Contradictions have ids without a space.
    public const string Confirm = "look up";
}
