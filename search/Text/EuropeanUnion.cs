namespace CroissanceConnectee.Search.Text;

/// <summary>The European Union, whose members share customs and most rules of trade.</summary>
public static class EuropeanUnion
{
    /// <summary>ISO 3166-1 alpha-2 codes of its members since 2020, whether the service covers them or not.</summary>
    public static IReadOnlySet<string> Members { get; } =
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".Split(' ').ToHashSet();
}
