using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What is dictated sign by sign, as recognisers write it. Pure.
public static partial class Dictated
{
    // Names of letters in both languages, and the words that recognisers make of them.
    private static readonly Dictionary<string, char> Signs = SpokenNames.Read("""
        A ah ha
        C ce c_est ses see sea
        D des de dee
        E euh eux
        F effe eff
        G ge gee
        H ache hache aitch
        J ji gi jay
        K ka cas kay
        M emme aime em
        N enne haine en
        P pe pee
        Q cu queue cue
        R erre air are
        T te the tea tee
        W double_v double_u
        X ixe ex
        Y i_grec why
        3 trois three
        4 quatre four for
        6 six
        7 sept cet cette seven
        9 neuf nine
        """);

    /// The code of a diagnosis, with whatever is said around the letters ("A comme Anatole"); null when it is none.
    public static string? Code(string text)
    {
        var folded = SpelledWith().Replace($" {Folding.Fold(text)} ", " ");
        folded = Around().Replace(folded, " ");
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = "";
        for (var at = 0; at < words.Length; at++)
        {
            if (at + 1 < words.Length && Signs.TryGetValue($"{words[at]} {words[at + 1]}", out var pair))
            {
                code += pair;
                at++;
            }
            else if (Signs.TryGetValue(words[at], out var sign))
            {
                code += sign;
            }
            else
            {
                code += words[at].ToUpperInvariant();
            }
        }

        return code.Length == Diagnosis.CodeLength && code.All(Codes.Alphabet.Contains) && code.Any(char.IsAsciiDigit) ? code : null;
    }

    /// With "marie point martin arobase export point fr" written as the address it is; null where nothing is one.
    public static string? Address(string text) => SpokenAddress().IsMatch(text)
        ? SpokenAddress().Replace(text, address => Joined().Replace(address.Value, match => match.Groups["sign"].Value.ToUpperInvariant() switch
        {
            "POINT" or "DOT" => ".",
            "TIRET" or "DASH" => "-",
            _ => "@",
        }))
        : null;

    /// The keys of a code, as a keypad has its letters: what a caller types for it.
    public static string KeysOf(string code) => string.Concat(code.Select(sign => sign switch
    {
        >= 'A' and <= 'C' => '2',
        >= 'D' and <= 'F' => '3',
        >= 'G' and <= 'I' => '4',
        >= 'J' and <= 'L' => '5',
        >= 'M' and <= 'O' => '6',
        >= 'P' and <= 'S' => '7',
        >= 'T' and <= 'V' => '8',
        >= 'W' and <= 'Z' => '9',
        _ => sign,
    }));

    [GeneratedRegex(@"(?<= \w) (?:comme|as in|like|for) [a-z]+(?= )")]
    private static partial Regex SpelledWith();

    [GeneratedRegex(@"^ (?:(?:c est|mon|le|my|the|code|it is|is|est|alors|oui|voila|euh) )+(?=\S)")]
    private static partial Regex Around();

    [GeneratedRegex(@"[\w.+-]+(?:\s+(?:point|dot|tiret|dash)\s+[\w.+-]+)*\s+(?:arobase|at)\s+[\w-]+(?:\s*(?:\.|\b(?:point|dot|tiret|dash)\b)\s*[\w-]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenAddress();

    [GeneratedRegex(@"\s+(?<sign>point|dot|tiret|dash|arobase|at)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Joined();
}
