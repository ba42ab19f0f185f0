namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The phrases found in a sentence, and what they make it mean.
internal sealed class Meanings
{
    // "pas besoin de parler à …": these carry a "pas" on to what follows them.
    private static readonly HashSet<string> CarryNegation = DataFile.List("carry-negation");

    private static readonly HashSet<string> Negations = DataFile.List("negations");

    private static readonly HashSet<string> Conjunctions = DataFile.List("conjunctions");

    private const int ShortMessage = 9;

    private static readonly HashSet<string> Adverbs = DataFile.List("adverbs");

    private static readonly Meaning[] SayNothing =
        [Meaning.Filler, Meaning.Hedge, Meaning.First, Meaning.Joint, Meaning.Greets, Meaning.WeakCorrection];

    private static readonly Meaning[] ComeBefore =
        [Meaning.Filler, Meaning.Yes, Meaning.No, Meaning.DontKnow, Meaning.Greets, Meaning.Thanks, Meaning.First, Meaning.Joint, Meaning.WeakCorrection];

    // "je ne veux pas de conseiller". A refusal or a question keeps its "pas": "je ne sais pas", "pourquoi pas".
    private static readonly Meaning[] CanBeDenied =
        [Meaning.Person, Meaning.Diagnosis, Meaning.Stop, Meaning.Restart, Meaning.Help, Meaning.Subject];

    private readonly Sentence _sentence;
    private readonly List<PhraseMatch> _matches;
    private readonly bool[] _begins;

    // The same without its adverbs: "c'est exactement ça", "on en est encore loin".
    private readonly Lazy<Meanings?> _plain;

    public Meanings(Sentence sentence)
    {
        _sentence = sentence;
        _matches = PhraseBook.Find(sentence.Spelled);
        _begins = ClauseBeginnings();
        _plain = new Lazy<Meanings?>(() => Count <= ShortMessage && sentence.Spelled.Any(Adverbs.Contains) && !sentence.Spelled.All(Adverbs.Contains)
            ? new Meanings(sentence.Without(Adverbs)) : null);
    }

    private int Count => _sentence.Spelled.Count;

    /// The message means that and nothing else, fillers apart; or it is short and says so in other words.
    public bool IsWholly(Meaning meaning) => Covers(meaning) || SaysInShort(meaning) || (_plain.Value?.Covers(meaning) ?? false);

    private bool SaysInShort(Meaning meaning) => Count <= ShortMessage
        && _matches.Exists(match => match.Meaning == meaning && match.Scope == Scope.Short && !IsNegated(match))
        && !_matches.Exists(match => match.Meaning is Meaning.Subject or Meaning.Person or Meaning.Frustrated && match.Scope == Scope.Anywhere)
        && !_sentence.Spelled.Any(word => char.IsAsciiDigit(word[0]));

    private bool Covers(Meaning meaning)
    {
        // Word by word: bit 0, reached through fillers only; bit 1, with the meaning said at least once.
        var reached = new int[Count + 1];
        reached[0] = 1;
        for (var at = 0; at < Count; at++)
        {
            if (reached[at] == 0)
            {
                continue;
            }

            foreach (var match in _matches.Where(match => match.From == at))
            {
                if (match.Meaning == meaning && !IsNegated(match))
                {
                    reached[match.To] |= 2;
                }
                else if (match.Meaning is Meaning.Filler or Meaning.Hedge)
                {
                    reached[match.To] |= reached[at];
                }
            }
        }

        return (reached[Count] & 2) != 0;
    }

    /// Nothing but good manners and openings: "bonjour, avant de commencer".
    public bool IsOnlyOpening()
    {
        var reached = new bool[Count + 1];
        reached[0] = true;
        foreach (var match in _matches.Where(match => SayNothing.Contains(match.Meaning)).OrderBy(match => match.From))
        {
            reached[match.To] |= reached[match.From];
        }

        return reached[Count];
    }

    /// Said somewhere in it, and not denied.
    public bool Says(Meaning meaning) => Said(meaning).Any(match => !IsNegated(match));

    /// Every place where a phrase of that meaning stands, whatever its scope.
    public IEnumerable<PhraseMatch> Found(Meaning meaning) => _matches.Where(match => match.Meaning == meaning);

    public IEnumerable<PhraseMatch> Said(Meaning meaning) => _matches.Where(match => match.Meaning == meaning && match.Scope switch
    {
        Scope.Whole or Scope.Short => false,
        Scope.Start => _begins[match.From],
        Scope.End => Closes(match.To),
        _ => true,
    });

    /// Where the opening "oui" or "non" ends, good manners and hesitation included; null when the message opens otherwise.
    public (Stance Stance, int End)? Opening()
    {
        var at = 0;
        while (at < Count)
        {
            if (LongestFrom(at, match => match.Meaning is Meaning.Yes or Meaning.No) is { } stance)
            {
                return (stance.Meaning == Meaning.Yes ? Stance.Yes : Stance.No, stance.To);
            }

            if (LongestFrom(at, match => match.Meaning is Meaning.Filler) is not { } filler)
            {
                break;
            }

            at = filler.To;
        }

        return null;
    }

    private PhraseMatch? LongestFrom(int at, Func<PhraseMatch, bool> wanted)
    {
        PhraseMatch? longest = null;
        foreach (var match in _matches)
        {
            if (match.From == at && wanted(match) && match.To > (longest?.To ?? 0))
            {
                longest = match;
            }
        }

        return longest;
    }

    // "jsp, mais pk…" and "oui et au fait…": what a clause may open with before it says its thing.
    private bool[] ClauseBeginnings()
    {
        var begins = new bool[Count + 1];
        for (var at = 0; at < Count; at++)
        {
            begins[at] |= _sentence.BreaksBefore(at);
            if (!begins[at])
            {
                continue;
            }

            begins[at + 1] |= Conjunctions.Contains(_sentence.Spelled[at]);
            foreach (var match in _matches.Where(match => match.From == at && ComeBefore.Contains(match.Meaning)))
            {
                begins[match.To] = true;
            }
        }

        // Wherever two things are joined, a clause begins: "12 salariés et c'est quoi".
        for (var at = 1; at < Count; at++)
        {
            begins[at] |= _sentence.Spelled[at - 1] is "et" or "mais" or "and" or "but" or "sinon";
        }

        return begins;
    }

    private bool Closes(int end) => end >= Count || _sentence.BreaksBefore(end)
        || _matches.Exists(match => match.From == end && match.Meaning is Meaning.Filler && match.To == Count);

    private bool IsNegated(PhraseMatch match)
    {
        if (!CanBeDenied.Contains(match.Meaning))
        {
            return false;
        }

        var at = match.From - 1;
        while (at >= 0 && !_sentence.BreaksBefore(at + 1) && CarryNegation.Contains(_sentence.Spelled[at]))
        {
            at--;
        }

        return at >= 0 && !_sentence.BreaksBefore(at + 1) && Negations.Contains(_sentence.Spelled[at]);
    }
}
