using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Finds the six characters that continue a diagnosis. Nothing is corrected: the alphabet has no look-alikes, so that a character
/// outside of it has no single one that it could stand for.
internal static class ResumeCodes
{
    private const int Length = 6;

    // Six letters apart, and "bonjour, … s'il vous plaît".
    private const int LongestUnannounced = 12;

    private static readonly HashSet<string> Around = DataFile.List("around-code");

    /// The code and the words that it takes up.
    public static (string Code, Range Words)? Find(Sentence sentence)
    {
        var words = sentence.Words;
        var announcement = words.TakeWhile(word => word.Text is not ("code" or "codes" or "kode")).Count();
        var announced = announcement < words.Count;
        var last = announced || words.Count <= LongestUnannounced ? words.Count : 0;
        for (var first = announced ? announcement + 1 : 0; first < last; first++)
        {
            if (Take(words, first) is { } taken && IsMeant(words, taken, announced))
            {
                return taken;
            }
        }

        return null;
    }

    private static (string Code, Range Words)? Take(IReadOnlyList<Word> words, int first)
    {
        var code = "";
        for (var next = first; next < words.Count && code.Length < Length; next++)
        {
            var word = words[next].Text;
            if (!word.All(c => Codes.Alphabet.Contains(char.ToUpperInvariant(c))))
            {
                return null;
            }

            code += word.ToUpperInvariant();
            if (code.Length == Length)
            {
                return (code, first..(next + 1));
            }
        }

        return null;
    }

    private static bool IsMeant(IReadOnlyList<Word> words, (string Code, Range Words) found, bool announced)
    {
        var (from, length) = found.Words.GetOffsetAndLength(words.Count);
        var sizes = words.Skip(from).Take(length).Select(word => word.Text.Length).ToList();
        if (announced)
        {
            // "code postal 34679" and "le code de…" announce other things: an ordinary word after "code" has no digit.
            return (found.Code.Any(char.IsAsciiDigit) || sizes.TrueForAll(size => size == 1) || words.Count <= from + 1)
                && !words.Any(word => word.Text is "postal" or "naf" or "ape" or "promo" or "hs" or "douanier" or "barre" or "barres");
        }

        // Alone in the message, a figure and a letter, in one go or evenly spaced: "4 cadre" is an answer, "A3C 4D7" a code.
        // A figure is cut from the unit that sticks to it, so that "49637G" comes as two words.
        var inOneGo = Enumerable.Range(from + 1, length - 1).All(at => words[at].Start == words[at - 1].End);
        return words.Where((_, at) => at < from || at >= from + length).All(word => Around.Contains(word.Text))
            && found.Code.Any(char.IsAsciiDigit) && found.Code.Any(char.IsAsciiLetter)
            && (inOneGo || sizes.Distinct().Count() == 1);
    }
}
