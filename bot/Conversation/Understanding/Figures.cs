using System.Globalization;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// A figure in the text, in words From up to To, not included, before its surroundings are looked at.
internal readonly record struct Figure(decimal Value, int From, int To, NumberUnit Unit = NumberUnit.None, bool Approximate = false)
{
    /// "un", "neuf": also ordinary words, so that the words around must say that a figure is meant.
    public bool Doubtful { get; init; }
}

/// Finds figures written in digits: "12", "15 000", "1,5", "12k€", "20aine". Words of dates, phones, times and links are none.
internal static class Figures
{
    // Longer ones are account numbers or noise.
    private const int LongestFigure = 15;

    private const string NotBeside = "/@_#";

    /// The figure that begins at a word, if one does.
    public static Figure? At(Sentence sentence, int at)
    {
        if (!IsDigits(sentence.Words[at].Text))
        {
            return SpelledFigures.At(sentence.Spelled, at);
        }

        return IsPartOfSomethingElse(sentence, at) || Grouped(sentence, at, out var next) is not { } value
            ? null
            : Scaled(sentence, new Figure(value, at, next));
    }

    /// The word after the figures that belong to a phone number, a date or a time which begins at this word; the word itself if none does.
    public static int EndOfOtherDigits(Sentence sentence, int at)
    {
        var words = sentence.Words;
        var isPhone = (words[at].Text is ['0', _, ..] && words[at].Text.Count(c => c is '.' or ',') != 1) || sentence.Before(at).EndsWith("+");
        if (!isPhone && !IsPartOfSomethingElse(sentence, at))
        {
            return at;
        }

        do
        {
            at++;
        }
        while (at < words.Count && IsDigits(words[at].Text) && sentence.Before(at).Length <= 1);
        return at;
    }

    public static bool IsDigits(string word) =>
        word.Length > 0 && char.IsAsciiDigit(word[0]) && word.All(c => char.IsAsciiDigit(c) || c is '.' or ',');

    // A date (12/05/2026, 2026-05-12), a time (14:30), a link, an address: nothing is counted there.
    private static bool IsPartOfSomethingElse(Sentence sentence, int at)
    {
        var before = sentence.Before(at);
        var after = sentence.Before(at + 1);
        var isDate = Enumerable.Range(at - 1, 3).Any(dash => Dash(sentence, dash) && Dash(sentence, dash + 1));
        var isTime = (before is ":" && at > 0 && IsDigits(sentence.Words[at - 1].Text)) || (after is ":" && at + 1 < sentence.Words.Count);
        return isDate || isTime
            || (before.Length > 0 && NotBeside.Contains(before[^1]))
            || (after.Length > 0 && NotBeside.Contains(after[0]))
            || (after is "." && at + 1 < sentence.Words.Count);
    }

    private static bool Dash(Sentence sentence, int at) => at > 0 && at < sentence.Words.Count && sentence.Before(at) is "-"
        && IsDigits(sentence.Words[at - 1].Text) && IsDigits(sentence.Words[at].Text);

    private static decimal? Grouped(Sentence sentence, int at, out int next)
    {
        var words = sentence.Words;
        next = at + 1;
        var digits = words[at].Text;
        if (digits.Length <= 3 && digits.All(char.IsAsciiDigit))
        {
            while (next < words.Count && IsDigits(words[next].Text) && words[next].Text.Split(',', '.')[0].Length == 3
                && sentence.Before(next) is " " or "'" or "’")
            {
                digits += words[next++].Text;
            }
        }

        return digits.Length > LongestFigure ? null : Parse(digits);
    }

    // The last separator is the decimal one, unless exactly three digits follow it: "15.000" is fifteen thousand to its writer.
    private static decimal? Parse(string digits)
    {
        var last = digits.LastIndexOfAny(['.', ',']);
        var groups = digits.Split('.', ',');
        var decimals = last >= 0 && (groups[^1].Length != 3 || groups[0] is "0" || groups[0].Length > 3);
        var plain = decimals ? string.Concat(groups[..^1]) + "." + groups[^1] : string.Concat(groups);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static Figure Scaled(Sentence sentence, Figure figure)
    {
        while (figure.To < sentence.Words.Count)
        {
            var word = sentence.Words[figure.To].Text;
            var glued = sentence.Before(figure.To).IsEmpty;
            var isMoney = figure.To + 1 < sentence.Words.Count && sentence.Words[figure.To + 1].Text is "euros" or "euro" or "e" or "eur";
            if (NumberWords.Scales.TryGetValue(word, out var scale) || (scale = Abbreviated(word, glued || isMoney)) > 0)
            {
                var unit = word is "ke" or "keur" or "keuros" or "me" ? NumberUnit.Euros : figure.Unit;
                figure = figure with { Value = figure.Value * scale, To = figure.To + 1, Unit = unit };

                // Said aloud, "1 million 2" is 1 200 000.
                if (scale == 1_000_000 && figure.To < sentence.Words.Count && sentence.Words[figure.To].Text is [>= '1' and <= '9' and var tenths])
                {
                    return figure with { Value = figure.Value + ((tenths - '0') * scale / 10), To = figure.To + 1 };
                }
            }
            else if (glued && word is "aine" or "aines" or "ene")
            {
                return figure with { To = figure.To + 1, Approximate = true };
            }
            else if (glued && word == "e")
            {
                return figure with { To = figure.To + 1, Unit = NumberUnit.Euros };
            }
            else
            {
                break;
            }
        }

        return figure;
    }

    private static decimal Abbreviated(string word, bool close) => word switch
    {
        "k" or "ke" or "keur" or "keuros" => 1_000,
        "m" or "me" when close => 1_000_000,
        "md" or "mds" when close => 1_000_000_000,
        _ => 0,
    };
}
