namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// What a message is for: a command, an answer, a question, a correction. Commands and stances only when it is nothing else.
internal static class Intents
{
    private const int LongestStance = 8;

    private const int LongestNounPhrase = 8;

    // Commands before stances, and the more particular first: "c'est quoi la question" asks to repeat.
    private static readonly (Meaning Meaning, Command Command)[] Commands =
    [
        (Meaning.Person, Command.Person),
        (Meaning.MyData, Command.MyData),
        (Meaning.English, Command.Language),
        (Meaning.French, Command.Language),
        (Meaning.Language, Command.Language),
        (Meaning.Restart, Command.Restart),
        (Meaning.Correct, Command.Correct),
        (Meaning.Back, Command.Back),
        (Meaning.Repeat, Command.Repeat),
        (Meaning.Help, Command.Help),
        (Meaning.Stop, Command.Stop),
    ];

    private static readonly (Meaning Meaning, Stance Stance)[] Stances =
    [
        (Meaning.DontKnow, Stance.DontKnow),
        (Meaning.Skip, Stance.Skip),
        (Meaning.Yes, Stance.Yes),
        (Meaning.No, Stance.No),
    ];

    // "ça va ?", "on commence ?".
    private static readonly Meaning[] NotAQuestion = [Meaning.Greets, Meaning.Thanks, Meaning.Diagnosis];

    private static readonly HashSet<string> Negative = DataFile.List("negative");

    // With one of these, words about a subject tell something instead of asking for it.
    private static readonly HashSet<string> Telling = DataFile.List("telling");

    public static Message Add(Message message, Sentence sentence, Meanings meanings)
    {
        var command = Commands.Where(entry => meanings.IsWholly(entry.Meaning)).Select(entry => ((Meaning, Command)?)entry).FirstOrDefault();
        var wholly = command is not null && command.Value.Item2 != Command.Person;
        message = message with
        {
            Command = command?.Item2,
            RequestedLanguage = command?.Item1 switch { Meaning.English => Language.English, Meaning.French => Language.French, _ => null },
            WantsPerson = command?.Item2 == Command.Person || (!wholly && meanings.Says(Meaning.Person)),
            WantsDiagnosis = !wholly && (meanings.Says(Meaning.Diagnosis) || meanings.IsWholly(Meaning.Diagnosis)),
        };
        if (wholly)
        {
            return message with { IsCorrection = message.Command == Command.Correct, Greets = false };
        }

        var explicitly = meanings.Says(Meaning.Question);
        var marked = Marked(sentence);
        message = message with { OpensWith = meanings.Opening()?.Stance, IsQuestion = explicitly || marked };
        message = message with { Stance = StanceOf(message, sentence, meanings, explicitly) };
        if (message.Stance is not null || NotAQuestion.Any(meanings.IsWholly)
            || (message.Frustrated && !marked) || (OnlyFigures(message) && !explicitly))
        {
            message = message with { IsQuestion = false };
        }

        message = message with { IsCorrection = IsCorrection(message, sentence, meanings) };
        var elliptical = IsNounPhrase(message, sentence);
        return message with { IsElliptical = elliptical, IsQuestion = message.IsQuestion || elliptical };
    }

    private static bool Marked(Sentence sentence)
    {
        for (var at = 1; at <= sentence.Words.Count; at++)
        {
            if (sentence.AsksBefore(at))
            {
                return true;
            }
        }

        return false;
    }

    /// Also when a yes or no is spelled out: "oui on en a un", "non je n'ai pas de site".
    private static Stance? StanceOf(Message message, Sentence sentence, Meanings meanings, bool asks)
    {
        var whole = Stances.Where(entry => meanings.IsWholly(entry.Meaning)).Select(entry => (Stance?)entry.Stance).FirstOrDefault();
        if (meanings.IsWholly(Meaning.Greets))
        {
            return null;
        }

        if (whole is not null || meanings.Opening() is not var (opening, end))
        {
            return whole;
        }

        var rest = sentence.Spelled.Skip(end).ToList();
        var saysMore = asks || WantsSomething(message) || message.Numbers.Count + message.Markets.Count + message.ExcludedMarkets.Count > 0
            || meanings.Says(Meaning.Correction) || meanings.Says(Meaning.WeakCorrection) || rest.Exists(word => word is "mais" or "but");
        var negative = rest.Exists(Negative.Contains);
        return !saysMore && rest.Count <= LongestStance && negative == (opening == Stance.No) ? opening : null;
    }

    // "12 ?", "une douzaine ?": an answer that is not sure of itself.
    private static bool OnlyFigures(Message message) => message.Numbers.Count == 1 && message.Words.Count <= 4;

    private static bool IsCorrection(Message message, Sentence sentence, Meanings meanings)
    {
        if (meanings.Says(Meaning.Correction) || meanings.Said(Meaning.CorrectStart).Any())
        {
            return true;
        }

        if (WantsSomething(message) || message.Stance is not null)
        {
            return false;
        }

        var replaces = (message.Numbers.Any(number => number.Negated) && message.Numbers.Any(number => !number.Negated))
            || (message.ExcludedMarkets.Count > 0 && message.Markets.Count > 0 && sentence.Spelled[0] is "pas" or "non" or "not" or "no")
            || (sentence.Spelled[0] is "non" or "no" && message.Numbers.Count > 0 && sentence.Words.Count <= LongestStance);
        return replaces || meanings.Said(Meaning.WeakCorrection).Any(match => match.To < sentence.Words.Count);
    }

    private static bool IsNounPhrase(Message message, Sentence sentence) =>
        message is { MentionsSubject: true, Stance: null, OpensWith: null, IsCorrection: false, Numbers.Count: 0 }
        && !WantsSomething(message)
        && sentence.Words.Count <= LongestNounPhrase
        && !sentence.Spelled.Any(word => Telling.Contains(word) || Negative.Contains(word));

    private static bool WantsSomething(Message message) =>
        message.IsQuestion || message.WantsPerson || message.WantsDiagnosis || message.Frustrated;
}
