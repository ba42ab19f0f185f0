using CroissanceConnectee.Bot.Diagnoses;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CroissanceConnectee.Bot.Desk;

/// A public contact point, as an article of the knowledge base tells it; no region and no theme: for every firm.
public sealed record Institution(string ArticleId, Wording Name, IReadOnlyList<string> Regions, IReadOnlyList<string> Themes, Uri Address, InstitutionSource Source);

/// Where it is said, and the day on which it was true.
public sealed record InstitutionSource(string Name, Uri Url, DateOnly TrueOn);

public static class Institutions
{
    public static IReadOnlyList<Institution> All { get; } = Read();

    private static List<Institution> Read()
    {
        using var stream = typeof(Institutions).Assembly.GetManifestResourceStream(typeof(Institutions), "institutions.yml")
            ?? throw new InvalidOperationException("institutions.yml is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Entry>>(reader).Select(entry => entry.Institution)];
    }

    private sealed class Entry
    {
        public string Id { get; init; } = "";

        public NameEntry Name { get; init; } = new();

        public List<string> Regions { get; init; } = [];

        public List<string> Themes { get; init; } = [];

        public string Address { get; init; } = "";

        public SourceEntry Source { get; init; } = new();

        public Institution Institution => new(
            Id, new Wording(Name.Fr, Name.En), Regions, Themes, new Uri(Address), new InstitutionSource(Source.Name, new Uri(Source.Url), DateOnly.ParseExact(Source.Date, "yyyy-MM-dd")));
    }

    private sealed class NameEntry
    {
        public string Fr { get; init; } = "";

        public string En { get; init; } = "";
    }

    private sealed class SourceEntry
    {
        public string Name { get; init; } = "";

        public string Url { get; init; } = "";

        public string Date { get; init; } = "";
    }
}
