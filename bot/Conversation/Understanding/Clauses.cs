namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Cuts a message that says two things where the second begins, if each half means something by itself.
internal static class Clauses
{
    // Longer messages tell a story: they are read as a whole.
    private const int LongestMessage = 60;

    private const int MaxParts = 3;

    public static IReadOnlyList<Message> Split(Sentence sentence, Func<Sentence, Message> read)
    {
        var parts = new List<Message>();
        var rest = sentence;
        while (rest.Words.Count is > 1 and <= LongestMessage && parts.Count < MaxParts - 1 && Cut(rest, read) is var (head, tail, tailFirst))
        {
            parts.Insert(tailFirst ? 0 : parts.Count, head);
            rest = tail;
            if (tailFirst)
            {
                return [read(tail), .. parts];
            }
        }

        return parts.Count == 0 ? [] : [.. parts, read(rest)];
    }

    private static (Message Head, Sentence Tail, bool TailFirst)? Cut(Sentence sentence, Func<Sentence, Message> read)
    {
        var joints = new Meanings(sentence).Said(Meaning.Joint).GroupBy(match => match.From).ToDictionary(group => group.Key, group => group.Max(match => match.To));
        for (var at = 1; at < sentence.Words.Count; at++)
        {
            var joined = joints.TryGetValue(at, out var next);
            if (!joined && !sentence.BreaksBefore(at))
            {
                continue;
            }

            next = joined ? next : at;
            if (next >= sentence.Words.Count)
            {
                continue;
            }

            var start = sentence.Words[at].Start;
            var head = read(Sentence.Of(sentence.Source[..start].TrimEnd()));
            var tail = Sentence.Of(sentence.Source[(joined ? sentence.Words[next].Start : start)..]);
            var second = read(tail);
            if (StandApart(head, second, joined || sentence.EndsBefore(at)))
            {
                var comesFirst = new Meanings(Sentence.Of(sentence.Source[start..])).Says(Meaning.First);
                return (head, tail, comesFirst);
            }
        }

        return null;
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
