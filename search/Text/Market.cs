namespace CroissanceConnectee.Search.Text;

// One entry of markets.json. Names, people and places are written in lower case, with their accents.
internal sealed record Market(string Code, string Fr, string En)
{
    // What the country is called, with usual misspellings; near spellings of these are recognised too.
    public IReadOnlyList<string> Names { get; init; } = [];

    // Adjectives and inhabitants.
    public IReadOnlyList<string> People { get; init; } = [];

    // The adjectives that also name a language: "en allemand" speaks of a text, not of a market.
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    // Recognised in capitals only: "US" is a country, "us" is a word.
    public IReadOnlyList<string> Capitals { get; init; } = [];
}
