namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Reads the figures of a text with what the words around say of them: ranges, bounds, units, "environ", "pas".
internal static class NumberReader
{
    // A message with more figures than that is a paste, not an answer.
    private const int MaxNumbers = 20;

    // "que 3 personnes", "petits 20 000 €": words that may stand between a figure and what it counts.
    private static readonly HashSet<string> BetweenFigureAndNoun = DataFile.List("between-figure-and-noun");

    private static readonly HashSet<string> Months = DataFile.List("months");

    public static IReadOnlyList<NumberMention> Read(Sentence sentence, Range? except, bool hedged)
    {
        var figures = Find(sentence, except);
        var mentions = new List<NumberMention>();
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            var last = i + 1 < figures.Count && NumberContext.IsRange(sentence, figure, figures[i + 1]) ? figures[++i] : (Figure?)null;
            mentions.Add(Mention(sentence, figure, last, hedged));
        }

        if (mentions.Count == 0 && NumberContext.Headcount(sentence.Spelled) is { } alone)
        {
            mentions.Add(alone);
        }

        return ShareUnits(mentions);
    }

    private static List<Figure> Find(Sentence sentence, Range? except)
    {
        var figures = new List<Figure>();
        var count = Math.Min(sentence.Words.Count, PhraseBook.MaxWords);
        var (from, length) = except?.GetOffsetAndLength(sentence.Words.Count) ?? (-1, 0);
        for (var at = 0; at < count && figures.Count < MaxNumbers; at++)
        {
            if (at == from)
            {
                at += length - 1;
                continue;
            }

            if (Figures.IsDigits(sentence.Words[at].Text) && Figures.EndOfOtherDigits(sentence, at) is var end && end > at)
            {
                at = end - 1;
                continue;
            }

            // "dix pour cent" is ten, and no hundred.
            var isPercent = at >= 2 && sentence.Spelled[at] is "cent" or "cents" && sentence.Spelled[at - 1] is "pour";
            if (!isPercent && Figures.At(sentence, at) is { } figure)
            {
                if (IsMeant(sentence, figure))
                {
                    figures.Add(figure);
                }

                at = figure.To - 1;
            }
        }

        return figures;
    }

    private static bool IsMeant(Sentence sentence, Figure figure)
    {
        var words = sentence.Spelled;
        var before = figure.From > 0 ? words[figure.From - 1] : "";
        var isYear = figure.Value is >= 1900 and <= 2100 && figure.Unit == NumberUnit.None && figure.To == figure.From + 1
            && (Months.Contains(before) || before is "depuis" or "en" or "since" or "annee" or "mai");
        var isCompany = before is "siren" or "siret";
        var isDay = figure.To < words.Count && Months.Contains(words[figure.To]);
        var isIdiom = figure.To + 1 < words.Count && words[figure.To] == "fois" && words[figure.To + 1] == "rien";
        return !isYear && !isCompany && !isDay && !isIdiom && (!figure.Doubtful || NumberContext.IsCounted(sentence, figure));
    }

    private static NumberMention Mention(Sentence sentence, Figure first, Figure? last, bool hedged)
    {
        var end = last ?? first;
        var unit = UnitOf(sentence, first, end);
        var (min, max) = (first.Value, end.Value);

        // "10-20k", "10 à 15 000 euros": the thousands are said once.
        var saidOnce = unit == NumberUnit.Euros || end.To - end.From > 1;
        if (last is not null && saidOnce && min < 1000 && max >= 1000 && max % 1000 == 0 && min * 1000 < max)
        {
            min *= 1000;
        }

        var bound = NumberContext.BoundOf(sentence, first, end);
        var mention = new NumberMention(min, max, unit, first.Approximate || hedged || bound == Bound.About, first.From)
        {
            Negated = bound == Bound.Not,
            OrMore = bound == Bound.OrMore,
        };
        return bound switch
        {
            Bound.LessThan => mention with { Min = 0, Max = LargestBelow(max, unit) },
            Bound.OrLess => mention with { Min = 0 },
            _ => mention,
        };
    }

    // People come whole: fewer than ten is nine at most. Below 1000 so does a figure without a unit, which answers "combien".
    private static decimal LargestBelow(decimal figure, NumberUnit unit) =>
        unit is NumberUnit.People or NumberUnit.Other || (unit == NumberUnit.None && figure <= 1000) ? Math.Max(0, Math.Ceiling(figure) - 1) : figure;

    private static NumberUnit UnitOf(Sentence sentence, Figure first, Figure figure)
    {
        if (figure.Unit != NumberUnit.None)
        {
            return figure.Unit;
        }

        var words = sentence.Spelled;
        var at = figure.To;
        while (at < words.Count && at < figure.To + 2 && BetweenFigureAndNoun.Contains(words[at]))
        {
            at++;
        }

        if (at < words.Count && !sentence.BreaksBefore(at))
        {
            if (words[at] is "pour" or "per" && at + 1 < words.Count && words[at + 1] is "cent" or "cents" or "cen")
            {
                return NumberUnit.Percent;
            }

            // "2 à mi-temps" counts people as "2 personnes" does.
            if (words[at] is "a" && words.Skip(at + 1).Take(2).ToArray() is ["mi" or "plein", "temps"] or ["temps", "plein" or "partiel"])
            {
                return NumberUnit.People;
            }

            if (NumberWords.UnitNouns.TryGetValue(words[at], out var unit))
            {
                return unit;
            }
        }

        var sign = first.From > 0 ? words[first.From - 1] : "";
        return sign is "euros" && sentence.Before(first.From).IsEmpty ? NumberUnit.Euros
            : sign is "dollars" or "livres" && sentence.Before(first.From).IsEmpty ? NumberUnit.Other
            : NumberContext.CountsUs(sentence, first.From, figure.To) ? NumberUnit.People
            : NumberUnit.None;
    }

    // "12 salariés, pas 20": what one counts, the other does.
    private static List<NumberMention> ShareUnits(List<NumberMention> mentions)
    {
        var units = mentions.Select(mention => mention.Unit).Where(unit => unit != NumberUnit.None).Distinct().ToList();
        return units.Count == 1 && mentions.Exists(mention => mention.Negated)
            ? [.. mentions.Select(mention => mention with { Unit = units[0] })]
            : mentions;
    }
}
