namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// What a phrase of phrases.txt means; the names of its sections.
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

    /// Only where a clause begins.
    Start,

    /// Only where a clause ends.
    End,
}

/// A place where a phrase was found: words From up to To, not included.
internal readonly record struct PhraseMatch(Meaning Meaning, Scope Scope, int From, int To);

internal sealed record Phrase(Meaning Meaning, Scope Scope, Pattern Pattern);

/// A sequence of elements. Positions in the text are bits of a set, so that every way to match is followed at once, in bounded time.
internal sealed class Pattern(IReadOnlyList<Element> elements)
{
    public IReadOnlySet<string> FirstWords { get; } = FirstWordsOf(elements);

    public IEnumerable<string> AllWords => elements.SelectMany(element => element.AllWords);

    public bool IsOptional => elements.All(element => element.Optional);

    public UInt128 Advance(UInt128 positions, IReadOnlyList<string> words)
    {
        foreach (var element in elements)
        {
            var next = element.Advance(positions, words);
            positions = element.Optional ? positions | next : next;
            if (positions == 0)
            {
                break;
            }
        }

        return positions;
    }

    private static HashSet<string> FirstWordsOf(IReadOnlyList<Element> elements)
    {
        var first = new HashSet<string>();
        foreach (var element in elements)
        {
            first.UnionWith(element.FirstWords);
            if (!element.Optional)
            {
                break;
            }
        }

        return first;
    }
}

internal abstract class Element
{
    public bool Optional { get; init; }

    public abstract IEnumerable<string> FirstWords { get; }

    public abstract IEnumerable<string> AllWords { get; }

    public abstract UInt128 Advance(UInt128 positions, IReadOnlyList<string> words);
}

/// One word out of several.
internal sealed class OneOf(IReadOnlySet<string> choices) : Element
{
    public override IEnumerable<string> FirstWords => choices;

    public override IEnumerable<string> AllWords => choices;

    public override UInt128 Advance(UInt128 positions, IReadOnlyList<string> words)
    {
        UInt128 next = 0;
        for (; positions != 0; positions &= positions - 1)
        {
            var at = (int)UInt128.TrailingZeroCount(positions);
            if (at < words.Count && choices.Contains(words[at]))
            {
                next |= UInt128.One << (at + 1);
            }
        }

        return next;
    }
}

/// One pattern out of several: a class of phrases.txt.
internal sealed class AnyPattern : Element
{
    private readonly HashSet<string> _firstWords;

    public AnyPattern(IReadOnlyList<Pattern> patterns)
    {
        Patterns = patterns;
        _firstWords = [.. patterns.SelectMany(pattern => pattern.FirstWords)];
    }

    public IReadOnlyList<Pattern> Patterns { get; }

    public override IEnumerable<string> FirstWords => _firstWords;

    public override IEnumerable<string> AllWords => Patterns.SelectMany(pattern => pattern.AllWords);

    public override UInt128 Advance(UInt128 positions, IReadOnlyList<string> words)
    {
        UInt128 next = 0;
        for (; positions != 0; positions &= positions - 1)
        {
            var at = (int)UInt128.TrailingZeroCount(positions);
            if (at >= words.Count || !_firstWords.Contains(words[at]))
            {
                continue;
            }

            foreach (var pattern in Patterns.Where(pattern => pattern.FirstWords.Contains(words[at])))
            {
                next |= pattern.Advance(UInt128.One << at, words);
            }
        }

        return next;
    }
}

/// Up to three words of any kind.
internal sealed class Gap : Element
{
    public override IEnumerable<string> FirstWords => [];

    public override IEnumerable<string> AllWords => [];

    public override UInt128 Advance(UInt128 positions, IReadOnlyList<string> words) =>
        positions | (positions << 1) | (positions << 2) | (positions << 3);
}
