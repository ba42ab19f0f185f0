namespace CroissanceConnectee.Bot.Conversations.Understanding;

internal enum Bound
{
    Exact,
    About,
    LessThan,
    OrLess,
    OrMore,
    Not,
}

/// What the words around a figure say of it.
internal static class NumberContext
{
    private static readonly (string[] Words, Bound Bound)[] Openings = Phrases("before-figure");

    private static readonly (string[] Words, Bound Bound)[] Closings = Phrases("after-figure");

    private static readonly HashSet<string> BetweenUsAndFigure = DataFile.List("between-us-and-figure");

    public static IEnumerable<string> Words => Openings.Concat(Closings).SelectMany(entry => entry.Words).Concat(["seul", "seule", "tout", "toute"]);

    public static bool IsRange(Sentence sentence, Figure first, Figure second)
    {
        if (second.Value <= first.Value || (first.Unit != NumberUnit.None && first.Unit != second.Unit))
        {
            return false;
        }

        var words = sentence.Spelled;
        var before = first.From > 0 ? words[first.From - 1] : "";
        var firstUnit = first.To < words.Count && NumberWords.UnitNouns.ContainsKey(words[first.To]) ? 1 : 0;
        var between = words.Skip(first.To + firstUnit).Take(second.From - first.To - firstUnit).ToList();
        return between switch
        {
            [] when firstUnit == 0 && IsDash(sentence.Before(second.From)) => true,
            // "10 15 personnes".
            [] => firstUnit == 0 && sentence.Before(second.From) is " " && first.Value >= 2 && second.Value <= first.Value * 2,
            ["a" or "to" or "ou" or "or"] => true,
            ["et" or "and"] => before is "entre" or "between",
            _ => false,
        };
    }

    public static Bound BoundOf(Sentence sentence, Figure first, Figure last)
    {
        // The longest wins: "pas plus de" is not "plus de".
        var openings = Openings.Where(entry => EndsWith(sentence, first.From, entry.Words)).OrderByDescending(entry => entry.Words.Length);
        if (openings.FirstOrDefault() is { Words: not null } opening)
        {
            return opening.Bound;
        }

        var words = sentence.Spelled;
        var at = last.To < words.Count && NumberWords.UnitNouns.ContainsKey(words[last.To]) ? last.To + 1 : last.To;
        return Closings.Where(entry => words.Skip(at).Take(entry.Words.Length).SequenceEqual(entry.Words)
                || words.Skip(last.To).Take(entry.Words.Length).SequenceEqual(entry.Words))
            .Select(entry => entry.Bound)
            .FirstOrDefault(words.Skip(at).FirstOrDefault() is "ou" && words.Skip(at + 1).FirstOrDefault() is "plus" ? Bound.OrMore : Bound.Exact);
    }

    /// "un", "neuf" count something here: a noun that is counted follows, "on est" precedes, or nothing else is said.
    public static bool IsCounted(Sentence sentence, Figure figure)
    {
        var words = sentence.Spelled;
        var noun = figure.To < words.Count && words[figure.To] is "seul" or "seule" or "petit" or "petite" or "only" ? figure.To + 1 : figure.To;
        var isSomebody = figure.Value == 1 && figure.From > 0 && words[figure.From - 1] is "a" or "d" or "avec" or "par" or "to" or "with";
        var counted = !isSomebody && noun < words.Count && NumberWords.UnitNouns.TryGetValue(words[noun], out var unit)
            && (unit is NumberUnit.People or NumberUnit.Euros or NumberUnit.Percent or NumberUnit.Years || figure.Value > 1);
        return counted || figure.To - figure.From == words.Count || (figure.Value > 1 && CountsUs(sentence, figure.From, figure.To));
    }

    /// "on est 12", "nous sommes 12", "we are 12": so many people, unless something else is counted.
    public static bool CountsUs(Sentence sentence, int from, int to)
    {
        var words = sentence.Spelled;
        while (from > 0 && BetweenUsAndFigure.Contains(words[from - 1]))
        {
            from--;
        }

        return from >= 2
            && (words[from - 2], words[from - 1]) is ("on", "est" or "etait") or ("nous", "sommes" or "etions") or ("we", "are" or "re")
            && (to >= words.Count || !NumberWords.UnitNouns.ContainsKey(words[to]));
    }

    /// "je suis tout seul" is one person, "aucun salarié" nobody: figures without a figure.
    public static NumberMention? Headcount(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var rest = words.Skip(at).Take(4).ToArray();
            decimal? count = rest switch
            {
                ["suis" or "travaille" or "bosse" or "gere", "seul" or "seule", ..] => 1,
                ["suis" or "travaille" or "bosse" or "gere" or "fais", "tout" or "toute", "seul" or "seule", ..] => 1,
                ["tout" or "toute", "seul" or "seule", ..] when words.Count <= 3 => 1,
                ["il", "n", "y", "a"] when words.Skip(at + 4).Take(2).SequenceEqual(["que", "moi"]) => 1,
                ["que", "moi"] when words.Count <= 5 => 1,
                ["aucun" or "aucune" or "sans" or "no", "salarie" or "salaries" or "employe" or "employes" or "employees" or "staff", ..] => 0,
                ["pas" or "point", "de" or "d", "salarie" or "salaries" or "employe" or "employes", ..] => 0,
                ["just" or "only", "me", ..] when words.Count <= 4 => 1,
                ["on", "my", "own"] or ["by", "myself"] => 1,
                _ => null,
            };
            if (count is { } people)
            {
                return new NumberMention(people, people, NumberUnit.People, Approximate: false, at);
            }
        }

        return null;
    }

    private static bool IsDash(ReadOnlySpan<char> gap) => gap.Trim(' ') is "-" or "–" or "—";

    private static bool EndsWith(Sentence sentence, int end, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var at = end - words.Length + i;
            if (at < 0 || sentence.Spelled[at] != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static (string[] Words, Bound Bound)[] Phrases(string place) =>
        [.. from bound in Enum.GetValues<Bound>()
            from phrase in DataFile.Phrases($"{place}-{bound.ToString().ToLowerInvariant()}")
            select (phrase.Split(' '), bound)];
}
