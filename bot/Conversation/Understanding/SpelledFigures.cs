using static CroissanceConnectee.Bot.Conversations.Understanding.NumberWords;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Finds figures written in words: "quatre-vingt-dix-sept", "deux cent mille", "une bonne douzaine", "trois quarts", "twenty-five".
internal static class SpelledFigures
{
    private static readonly HashSet<string> Articles = ["un", "une", "la", "le", "les", "l", "a", "an", "one", "the"];

    public static Figure? At(IReadOnlyList<string> words, int at) =>
        at >= words.Count ? null : Fraction(words, at) ?? Collective(words, at) ?? Half(words, at) ?? Cardinal(words, at);

    private static string Word(IReadOnlyList<string> words, int at) => at < words.Count ? words[at] : "";

    // "la moitié", "un tiers", "trois quarts", "half".
    private static Figure? Fraction(IReadOnlyList<string> words, int at)
    {
        var count = Units.TryGetValue(words[at], out var several) ? several : Articles.Contains(words[at]) ? 1 : 0;
        if (count == 0 && words[at] is not ("moitie" or "half"))
        {
            return null;
        }

        var next = count == 0 ? at : at + 1;
        if (words[at] is "les" && Units.TryGetValue(Word(words, at + 1), out var ofThem))
        {
            (count, next) = (ofThem, at + 2);
        }

        var isHalfOfSomething = Word(words, next) == "half" && (Word(words, next + 1) is "a" or "an" or "day" or "time");
        return Fractions.TryGetValue(Word(words, next), out var percent) && !isHalfOfSomething
            ? new Figure(Math.Round(percent * Math.Max(1, count)), at, next + 1, NumberUnit.Percent)
            : null;
    }

    // "une dizaine", "une bonne vingtaine", "deux douzaines", "une centaine de milliers".
    private static Figure? Collective(IReadOnlyList<string> words, int at)
    {
        var count = Units.TryGetValue(words[at], out var several) ? several : Articles.Contains(words[at]) ? 1 : 0;
        var next = count == 0 ? at : at + 1;
        if (Word(words, next) is "bonne" or "petite" or "grosse")
        {
            next++;
        }

        decimal value = count;
        if (Word(words, next) is "demi")
        {
            (value, next) = (value / 2, next + 1);
        }

        // "des dizaines" says no figure.
        if (!Collectives.TryGetValue(Word(words, next), out var size) || (count == 0 && words[next][^1] == 's'))
        {
            return null;
        }

        value = Math.Max(value, count == 0 ? 1 : value) * size;
        next++;
        var scaleAt = Word(words, next) is "de" or "d" ? next + 1 : next;
        if (Scales.TryGetValue(Word(words, scaleAt), out var scale) || (Word(words, scaleAt) == "milliers" && (scale = 1_000) > 0))
        {
            (value, next) = (value * scale, scaleAt + 1);
        }

        return new Figure(value, at, next, Approximate: true);
    }

    // "un demi-million", "half a million".
    private static Figure? Half(IReadOnlyList<string> words, int at)
    {
        var next = words[at] is "half" ? at + 1 : words[at] is "un" && Word(words, at + 1) is "demi" ? at + 2 : -1;
        if (next < 0)
        {
            return null;
        }

        next += Word(words, next) is "a" ? 1 : 0;
        return Scales.TryGetValue(Word(words, next), out var scale) ? new Figure(scale / 2, at, next + 1)
            : Collectives.TryGetValue(Word(words, next), out var size) ? new Figure(size / 2m, at, next + 1, Approximate: true)
            : null;
    }

    private static Figure? Cardinal(IReadOnlyList<string> words, int at)
    {
        decimal total = 0;
        decimal? hundreds = null;
        decimal lastScale = 0;
        var next = at + (Word(words, at) is "a" && (Hundreds.Contains(Word(words, at + 1)) || Scales.ContainsKey(Word(words, at + 1))) ? 1 : 0);
        while (next < words.Count)
        {
            var joined = hundreds is not null && words[next] is "et" or "and" ? 1 : 0;
            if (Below1000(hundreds, Word(words, next + joined), joined == 1, out var sum))
            {
                (hundreds, next) = (sum, next + joined + 1);
            }
            else if (joined == 0 && Scales.TryGetValue(words[next], out var scale) && (lastScale == 0 || scale < lastScale))
            {
                total += (hundreds ?? 1) * scale;
                (hundreds, lastScale, next) = (null, scale, next + 1);
            }
            else
            {
                break;
            }
        }

        if (next == at || (hundreds is null && lastScale == 0))
        {
            return null;
        }

        // Said aloud, "un million deux" is 1 200 000.
        var spoken = lastScale >= 1_000_000 && hundreds is > 0 and < 10 ? hundreds * lastScale / 10 : hundreds ?? 0;
        if (lastScale > 0 && hundreds is null && Word(words, next) is "et" && Word(words, next + 1) is "demi")
        {
            (spoken, next) = (lastScale / 2, next + 2);
        }

        return new Figure(total + spoken.Value, at, next) { Doubtful = next == at + 1 && words[at] is "un" or "une" or "one" or "neuf" };
    }

    /// Adds a word to a figure below a thousand, when the two can stand side by side: "vingt" + "trois", not "deux" + "trois".
    private static bool Below1000(decimal? figure, string word, bool joined, out decimal sum)
    {
        var rest = figure % 100;
        sum = 0;
        if (Units.TryGetValue(word, out var unit))
        {
            var fits = figure is null
                || (rest == 0 && figure >= 100 && unit > 0)
                || (rest is >= 20 and <= 90 && rest % 10 == 0 && unit is > 0 and < 10)
                || (rest is 60 or 80 && unit is >= 10 and < 20)
                || (rest is 10 or 70 or 90 && unit is >= 7 and <= 9);
            sum = (figure ?? 0) + unit;
            return fits && !(joined && rest % 10 != 0);
        }

        if (Tens.TryGetValue(word, out var ten))
        {
            // quatre-vingts is four times twenty.
            sum = rest == 4 && ten == 20 ? figure!.Value - 4 + 80 : (figure ?? 0) + ten;
            return figure is null || (rest == 0 && figure >= 100) || (rest == 4 && ten == 20 && !joined);
        }

        sum = (figure ?? 1) * 100;
        return Hundreds.Contains(word) && !joined && figure is null or (> 1 and < 10);
    }
}
