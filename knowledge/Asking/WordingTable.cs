using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CroissanceConnectee.Knowledge.Asking;

// How owners of firms ask for a section that all articles of a kind share (the customs of any market, the fees of any marketplace), and
// what they ask that is none of our business.
internal sealed class WordingTable
{
    public static WordingTable Instance { get; } = new();

    public IReadOnlyDictionary<string, List<string>> OfMarkets { get; } = Read<Dictionary<string, List<string>>>("market");

    public IReadOnlyDictionary<string, List<string>> OfMarketplaces { get; } = Read<Dictionary<string, List<string>>>("marketplace");

    public IReadOnlyList<string> Elsewhere { get; } = Read<Dictionary<string, List<string>>>("elsewhere")["elsewhere"];

    private static T Read<T>(string name)
    {
        using var stream = typeof(WordingTable).Assembly.GetManifestResourceStream($"{typeof(WordingTable).Namespace}.wordings.{name}.yaml")
            ?? throw new InvalidOperationException($"The wordings of {name} are not in the assembly.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<T>(reader);
    }
}
