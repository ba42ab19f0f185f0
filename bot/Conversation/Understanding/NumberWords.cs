namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Words that stand for figures, in French (of France, Belgium and Switzerland) and English.
internal static class NumberWords
{
    public static readonly Dictionary<string, int> Units = new()
    {
        ["zero"] = 0,
        ["un"] = 1,
        ["une"] = 1,
        ["deux"] = 2,
        ["trois"] = 3,
        ["quatre"] = 4,
        ["cinq"] = 5,
        ["six"] = 6,
        ["sept"] = 7,
        ["huit"] = 8,
        ["neuf"] = 9,
        ["dix"] = 10,
        ["onze"] = 11,
        ["douze"] = 12,
        ["treize"] = 13,
        ["quatorze"] = 14,
        ["quinze"] = 15,
        ["seize"] = 16,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
    };

    public static readonly Dictionary<string, int> Tens = new()
    {
        ["vingt"] = 20,
        ["vingts"] = 20,
        ["trente"] = 30,
        ["quarante"] = 40,
        ["cinquante"] = 50,
        ["soixante"] = 60,
        ["septante"] = 70,
        ["huitante"] = 80,
        ["octante"] = 80,
        ["nonante"] = 90,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fourty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    public static readonly HashSet<string> Hundreds = ["cent", "cents", "hundred", "hundreds"];

    public static readonly Dictionary<string, decimal> Scales = new()
    {
        ["mille"] = 1_000,
        ["milles"] = 1_000,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["millions"] = 1_000_000,
        ["milliard"] = 1_000_000_000,
        ["milliards"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
    };

    /// About so many: "une douzaine".
    public static readonly Dictionary<string, int> Collectives = new()
    {
        ["huitaine"] = 8,
        ["dizaine"] = 10,
        ["douzaine"] = 12,
        ["quinzaine"] = 15,
        ["vingtaine"] = 20,
        ["trentaine"] = 30,
        ["quarantaine"] = 40,
        ["cinquantaine"] = 50,
        ["soixantaine"] = 60,
        ["centaine"] = 100,
        ["centaines"] = 100,
        ["millier"] = 1_000,
        ["milliers"] = 1_000,
        ["dizaines"] = 10,
        ["douzaines"] = 12,
        ["dozen"] = 12,
        ["dozens"] = 12,
    };

    /// In percent of the whole.
    public static readonly Dictionary<string, decimal> Fractions = new()
    {
        ["moitie"] = 50,
        ["half"] = 50,
        ["tiers"] = 100m / 3,
        ["third"] = 100m / 3,
        ["thirds"] = 100m / 3,
        ["quart"] = 25,
        ["quarts"] = 25,
        ["quarter"] = 25,
        ["quarters"] = 25,
        ["cinquieme"] = 20,
        ["fifth"] = 20,
        ["dixieme"] = 10,
        ["tenth"] = 10,
    };

    /// What a figure counts, by the noun after it.
    public static readonly Dictionary<string, NumberUnit> UnitNouns =
        new[] { NumberUnit.People, NumberUnit.Euros, NumberUnit.Percent, NumberUnit.Years, NumberUnit.Other }
            .SelectMany(unit => DataFile.List($"counts-{unit.ToString().ToLowerInvariant()}").Select(noun => KeyValuePair.Create(noun, unit)))
            .DistinctBy(entry => entry.Key)
            .ToDictionary();

    public static IEnumerable<string> All => Units.Keys.Concat(Tens.Keys).Concat(Hundreds).Concat(Scales.Keys)
        .Concat(Collectives.Keys).Concat(Fractions.Keys).Concat(UnitNouns.Keys);
}
