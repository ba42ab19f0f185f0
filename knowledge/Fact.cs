using System.Globalization;

namespace CroissanceConnectee.Knowledge;

/// <summary>Whether a fact may be stated as true on a given day.</summary>
public enum FactValidity
{
    Current,
    Upcoming,
    Expired,
}

/// <summary>A value that can be quoted exactly, with the date at which its source says it was true. Either a number or a text.</summary>
public sealed record Fact
{
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;

    public required string Key { get; init; }
    public required LocalizedText Label { get; init; }
    public decimal? Number { get; init; }
    public string? Text { get; init; }
    public string? Unit { get; init; }
    public required DateOnly AsOf { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public required DateOnly ReviewBy { get; init; }
    public required Source Source { get; init; }

    /// <summary>Expired from the day after <see cref="ValidTo"/>, upcoming before <see cref="ValidFrom"/>.</summary>
    public FactValidity ValidityOn(DateOnly day) =>
        day > ValidTo ? FactValidity.Expired : day < ValidFrom ? FactValidity.Upcoming : FactValidity.Current;

    /// <summary>The value and its unit as a reader of "fr" or "en" writes them: « 10 000 € », "€10,000", « 92,4 milliards d'euros ».</summary>
    public string Display(string language)
    {
        if (Number is not { } number)
        {
            return Unit is null ? Text! : $"{Text} {UnitIn(language)}";
        }

        var (shown, scale) = number switch
        {
            >= Billion when IsRound(number / Billion) => (number / Billion, language == "en" ? "billion" : number >= 2 * Billion ? "milliards" : "milliard"),
            >= Million when IsRound(number / Million) => (number / Million, language == "en" ? "million" : number >= 2 * Million ? "millions" : "million"),
            _ => (number, null),
        };
        return language == "en" ? English(shown, scale) : French(shown, scale);
    }

    // With more decimals, the figure in full is easier to read than its millions.
    private static bool IsRound(decimal value) => value == Math.Round(value, 2);

    private string English(decimal number, string? scale)
    {
        var value = number.ToString("#,0.####", CultureInfo.InvariantCulture) + (scale is null ? "" : $" {scale}");
        return Unit switch
        {
            null => value,
            "%" => $"{value}%",
            "€" or "£" or "$" => $"{Unit}{value}",
            _ => $"{value} {UnitIn("en")}",
        };
    }

    // « 83,5 millions d'habitants », « 92,4 milliards d'euros », but « 10 000 € ».
    private string French(decimal number, string? scale)
    {
        var value = number.ToString("#,0.####", FrenchNumbers);
        if (scale is null || Unit is null)
        {
            return string.Join('\u00a0', new[] { value, scale, Unit }.OfType<string>());
        }

        var unit = Unit switch { "€" => "euros", "$" => "dollars", "£" => "livres", _ => Unit };
        var of = Unit.All(char.IsUpper) ? "" : "aeiouhAEIOUHéÉ".Contains(unit[0], StringComparison.Ordinal) ? "d'" : "de ";
        return $"{value}\u00a0{scale} {of}{unit}";
    }

    // True when a text states this very value: its number as French or English writes it ("83,5 millions"), or its words.
    internal bool IsNamedIn(string text)
    {
        if (Number is not { } number)
        {
            return text.Contains(Text!, StringComparison.OrdinalIgnoreCase);
        }

        var plain = text.Replace('\u202f', '\u00a0').Replace(' ', '\u00a0');
        return StandsIn(plain, Digits(number), Unit is "%" or "€" ? Unit : "")
            || StandsIn(plain, Digits(number / Million), "million")
            || StandsIn(plain, Digits(number / Billion), "milliard")
            || StandsIn(plain, Digits(number / Billion), "billion");
    }

    private static string[] Digits(decimal number) =>
        [number.ToString("#,0.####", FrenchNumbers), number.ToString("#,0.####", CultureInfo.InvariantCulture), number.ToString("0.####", CultureInfo.InvariantCulture)];

    private static bool StandsIn(string text, IEnumerable<string> values, string unit) => values.Any(value => StandsIn(text, value, unit));

    // "9" stands neither in "19" nor in "9,5".
    private static bool StandsIn(string text, string value, string unit)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
        {
            var before = text.AsSpan(0, at);
            var after = text.AsSpan(at + value.Length);
            var continued = before is [.., >= '0' and <= '9'] or [.., >= '0' and <= '9', ',' or '.' or '\u00a0'];
            var continues = after is [>= '0' and <= '9', ..] or [',' or '.' or '\u00a0', >= '0' and <= '9', ..];
            if (!continued && !continues && AfterRange(after).StartsWith(unit, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // In "5 à 25 %" the unit of 5 comes after 25.
    private static ReadOnlySpan<char> AfterRange(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('\u00a0');
        var joined = rest is ['à' or '-' or '–', '\u00a0', .. var afterSign] ? afterSign
            : rest is ['e', 't', '\u00a0', .. var afterAnd] ? afterAnd
            : rest is ['t' or 'o', 'o' or 'r', '\u00a0', .. var afterTo] ? afterTo
            : [];
        return joined is [>= '0' and <= '9', ..] ? joined.TrimStart("0123456789,.\u00a0") : rest;
    }

    // Fixed here because the separators of a culture change with the machine's ICU version.
    private static readonly NumberFormatInfo FrenchNumbers =
        new() { NumberGroupSeparator = "\u00a0", NumberDecimalSeparator = "," };

    private string? UnitIn(string language) => language == "en" && EnglishUnits.TryGetValue(Unit!, out var english) ? english : Unit;

    private static readonly Dictionary<string, string> EnglishUnits = new()
    {
        ["jours"] = "days",
        ["jour"] = "day",
        ["mois"] = "months",
        ["an"] = "year",
        ["ans"] = "years",
        ["années"] = "years",
        ["heures"] = "hours",
        ["habitants"] = "inhabitants",
        ["personnes"] = "people",
        ["acheteurs"] = "buyers",
        ["colis"] = "parcels",
        ["salariés"] = "employees",
        ["entreprises"] = "firms",
        ["vendeurs"] = "sellers",
        ["pays"] = "countries",
        ["euros"] = "euros",
    };
}
