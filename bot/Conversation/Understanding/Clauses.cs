namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Cuts a message that says two things where the second begins, if each half means something by itself.
internal static class Clauses
{
    // Longer messages tell a story: they are read as a whole.
    private const int LongestMessage = 60;

    private const int MaxParts = 3;

    // Each place costs two readings.
    private const int MaxPlaces = 6;

    private static readonly Meaning[] Wishes =
    [
        Meaning.Question, Meaning.Subject, Meaning.Person, Meaning.Diagnosis, Meaning.Help, Meaning.Repeat, Meaning.Back, Meaning.Correct,
        Meaning.Restart, Meaning.Stop, Meaning.Language, Meaning.English, Meaning.French, Meaning.MyData,
    ];

    public static IReadOnlyList<Message> Split(Sentence sentence, Meanings meanings, Func<Sentence, Message> read)
    {
        if (sentence.Words.Count is 1 or > LongestMessage || Cut(sentence, meanings, read) is not var (head, tail, tailFirst))
        {
            return [];
        }

        // What comes last may hold two things again, unless it was said to come first.
        var rest = tailFirst ? [] : Split(tail, new Meanings(tail), read);
        IReadOnlyList<Message> others = rest.Count > 0 ? rest : [read(tail)];
        return tailFirst ? [.. others, head] : [.. new[] { head }.Concat(others).Take(MaxParts)];
    }

    private static (Message Head, Sentence Tail, bool TailFirst)? Cut(Sentence sentence, Meanings meanings, Func<Sentence, Message> read)
    {
        foreach (var (at, next) in Places(sentence, meanings).Take(MaxPlaces))
        {
            var start = sentence.Words[at].Start;
            var head = read(Sentence.Of(sentence.Source[..start].TrimEnd()));
            var tail = Sentence.Of(sentence.Source[sentence.Words[next].Start..]);
            if (StandApart(head, read(tail), sentence.EndsBefore(at) || (at != next && OpensWithWish(meanings, next))))
            {
                return (head, tail, meanings.Said(Meaning.First).Any(match => match.From >= at));
            }
        }

        return null;
    }

    // "la Suisse et le Japon, quels droits ?" is one thing; "du vin, et c'est quoi l'OSS ?" two.
    private static bool OpensWithWish(Meanings meanings, int at) =>
        Wishes.Except([Meaning.Subject]).SelectMany(meanings.Found).Any(match => match.From == at || match.From == at + 1);

    /// Where a second thing may begin: at a joint ("et", "par contre") or after a pause, with something wished or asked on one side at least.
    private static IEnumerable<(int At, int Next)> Places(Sentence sentence, Meanings meanings)
    {
        var joints = meanings.Said(Meaning.Joint)
            .GroupBy(match => match.From)
            .ToDictionary(group => group.Key, group => group.Max(match => match.To));
        var wishes = Wishes.SelectMany(meanings.Found).Select(match => (match.From, match.To)).ToList();
        for (var at = 1; at < sentence.Spelled.Count; at++)
        {
            var next = joints.GetValueOrDefault(at, at);
            var wished = wishes.Exists(wish => wish.From >= at || wish.To <= at) || sentence.Source.IndexOf('?', sentence.Words[at].End) >= 0;
            if (wished && (next > at || sentence.BreaksBefore(at)) && next < sentence.Words.Count)
            {
                yield return (at, next);
            }
        }
    }

    /// A question or a wish beside something else. Two answers, or an answer and its details, belong together.
    private static bool StandApart(Message first, Message second, bool clearly)
    {
        if (first.Command == Command.Stop || first.Frustrated || second.Frustrated || second.Words.Count < 2 && second.Command is null)
        {
            return false;
        }

        return Kind(second) is not Saying.Statement and not Saying.Stance
            ? Kind(first) != Kind(second) && (clearly || Kind(first) != Saying.Statement || first.Numbers.Count > 0) && HasContent(first)
            : Kind(first) is Saying.Diagnosis or Saying.Person && Kind(second) == Saying.Statement && second.Numbers.Count > 0;
    }

    private static Saying Kind(Message message) => message switch
    {
        { WantsPerson: true } => Saying.Person,
        { IsQuestion: true, IsElliptical: false } => Saying.Question,
        { WantsDiagnosis: true } => Saying.Diagnosis,
        { Command: not null } => Saying.Command,
        { IsElliptical: true } => Saying.Question,
        { Stance: not null } => Saying.Stance,
        _ => Saying.Statement,
    };

    // "avant de commencer, …", "bonjour, …" open a sentence; they say nothing.
    private static bool HasContent(Message message) =>
        Kind(message) != Saying.Statement || message.Numbers.Count > 0 || message.Markets.Count > 0
        || !new Meanings(Sentence.Of(message.Raw)).IsOnlyOpening();

    private enum Saying
    {
        Statement,
        Stance,
        Command,
        Question,
        Diagnosis,
        Person,
    }
}
