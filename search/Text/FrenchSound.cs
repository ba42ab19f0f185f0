using System.Text.RegularExpressions;

namespace CroissanceConnectee.Search.Text;

/// <summary>How a French word sounds, roughly: what is written by ear ("otorisation", "jusca", "livrézon") has the sound of what was meant.</summary>
public static class FrenchSound
{
    // Applied in this order to the folded word; longer spellings go before their parts.
    private static readonly (Regex Spelling, string Sound)[] Rules =
    [
        (Letters("ph"), "f"), (Letters("eaux?"), "o"), (Letters("aux?"), "o"), (Letters("ault|aud|aut$"), "o"),
        (Letters("qu"), "k"), (Letters("ck|cc(?![eiy])"), "k"), (Letters("sch|sh"), "ch"),
        (Letters("c(?=[eiy])"), "s"), (Letters("ch"), "X"), (Letters("c"), "k"), (Letters("q"), "k"),
        (Letters("gu(?=[eiy])"), "G"), (Letters("ge(?=[aou])"), "j"), (Letters("g(?=[eiy])"), "j"), (Letters("G"), "g"),
        (Letters("ti(?=on|el|al)"), "si"), (Letters("ss"), "s"), (Letters("(?<=[aeiouy])s(?=[aeiouy])"), "z"),
        (Letters("y"), "i"), (Letters("h"), ""), (Letters("oe"), "e"),
        (Letters("(ain|ein|aim|in|im)(?![aeiou345])"), "5"), (Letters("(an|am|en|em)(?![aeiounm345])"), "4"), (Letters("(on|om)(?![aeiounm345])"), "3"),
        (Letters("(ais|ait|aient|ai|ei|ez|er|es|et)$"), "e"), (Letters("ai|ei"), "e"),
        (Letters("x"), "ks"), (Letters("w"), "v"), (Letters("(.)\\1+"), "$1"),
        (Letters("(?<=..)[stdxpz]+$"), ""), (Letters("(?<=..)e+$"), ""), (Letters("z"), "s"),
    ];

    /// <summary>Equal for words that are read aloud alike.</summary>
    public static string Of(string foldedWord) => Rules.Aggregate(foldedWord, (word, rule) => rule.Spelling.Replace(word, rule.Sound));

    private static Regex Letters(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
