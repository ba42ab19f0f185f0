namespace CroissanceConnectee.Knowledge.Asking;

// How owners of firms ask for a section that all articles of a kind share (the customs of any market, the fees of any marketplace), and
// what they ask that is none of our business.
internal sealed class WordingTable
{
    public static WordingTable Instance { get; } = new();

    public IReadOnlyDictionary<string, List<string>> OfMarkets { get; } = Read("market");

    public IReadOnlyDictionary<string, List<string>> OfMarketplaces { get; } = Read("marketplace");

    public IReadOnlyList<string> Elsewhere { get; } = Read("elsewhere")["elsewhere"];

    private static Dictionary<string, List<string>> Read(string name) => EmbeddedYaml.Read<Dictionary<string, List<string>>>($"wordings/{name}.yaml");
}
