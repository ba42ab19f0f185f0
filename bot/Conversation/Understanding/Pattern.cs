namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The words of a text as numbers of the vocabulary, and what the classes were found to match in it.
internal sealed class Matchable(IReadOnlyList<int> words, int classes)
{
    private readonly UInt128?[] _ends = new UInt128?[classes * (words.Count + 1)];

    public IReadOnlyList<int> Words => words;

    // A class stands in hundreds of phrases: what it matches at a place is worked out once.
    public ref UInt128? Ends(int classNumber, int at) => ref _ends[(classNumber * (words.Count + 1)) + at];
}

/// A sequence of elements. Positions in the text are bits of a set, so that every way to match is followed at once, in bounded time.
internal sealed class Pattern(Element[] elements)
{
    public int[] FirstWords { get; } = FirstWordsOf(elements);

    public IEnumerable<int> AllWords => elements.SelectMany(element => element.AllWords);

    public bool IsOptional => Array.TrueForAll(elements, element => element.Optional);

    public UInt128 Advance(UInt128 positions, Matchable text)
    {
        foreach (var element in elements)
        {
            var next = element.Advance(positions, text);
            positions = element.Optional ? positions | next : next;
            if (positions == 0)
            {
                break;
            }
        }

        return positions;
    }

    private static int[] FirstWordsOf(Element[] elements)
    {
        var first = new HashSet<int>();
        foreach (var element in elements)
        {
            first.UnionWith(element.FirstWords);
            if (!element.Optional)
            {
                break;
            }
        }

        return [.. first];
    }
}

internal abstract class Element
{
    public bool Optional { get; init; }

    public abstract IEnumerable<int> FirstWords { get; }

    public abstract IEnumerable<int> AllWords { get; }

    public abstract UInt128 Advance(UInt128 positions, Matchable text);
}

/// One word out of several.
internal sealed class OneOf(int[] choices) : Element
{
    public override IEnumerable<int> FirstWords => choices;

    public override IEnumerable<int> AllWords => choices;

    public override UInt128 Advance(UInt128 positions, Matchable text)
    {
        UInt128 next = 0;
        for (; positions != 0; positions &= positions - 1)
        {
            var at = (int)UInt128.TrailingZeroCount(positions);
            if (at < text.Words.Count && Array.IndexOf(choices, text.Words[at]) >= 0)
            {
                next |= UInt128.One << (at + 1);
            }
        }

        return next;
    }
}

/// The patterns that a name stands for. Complete before the first phrase that uses it is read.
internal sealed class PatternClass(int number)
{
    private readonly Dictionary<int, List<Pattern>> _byFirstWord = [];
    private readonly HashSet<int> _allWords = [];

    public IEnumerable<int> FirstWords => _byFirstWord.Keys;

    public IEnumerable<int> AllWords => _allWords;

    public void Add(IEnumerable<Pattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            _allWords.UnionWith(pattern.AllWords);
            foreach (var word in pattern.FirstWords)
            {
                if (!_byFirstWord.TryGetValue(word, out var others))
                {
                    _byFirstWord.Add(word, others = []);
                }

                others.Add(pattern);
            }
        }
    }

    public UInt128 EndsFrom(int at, Matchable text)
    {
        ref var known = ref text.Ends(number, at);
        if (known is { } ends)
        {
            return ends;
        }

        ends = 0;
        if (at < text.Words.Count && _byFirstWord.TryGetValue(text.Words[at], out var candidates))
        {
            foreach (var pattern in candidates)
            {
                ends |= pattern.Advance(UInt128.One << at, text);
            }
        }

        known = ends;
        return ends;
    }
}

/// One pattern of a class.
internal sealed class OfClass(PatternClass patterns) : Element
{
    public override IEnumerable<int> FirstWords => patterns.FirstWords;

    public override IEnumerable<int> AllWords => patterns.AllWords;

    public override UInt128 Advance(UInt128 positions, Matchable text)
    {
        UInt128 next = 0;
        for (; positions != 0; positions &= positions - 1)
        {
            next |= patterns.EndsFrom((int)UInt128.TrailingZeroCount(positions), text);
        }

        return next;
    }
}

/// Up to three words of any kind.
internal sealed class Gap : Element
{
    public override IEnumerable<int> FirstWords => [];

    public override IEnumerable<int> AllWords => [];

    public override UInt128 Advance(UInt128 positions, Matchable text) =>
        positions | (positions << 1) | (positions << 2) | (positions << 3);
}
