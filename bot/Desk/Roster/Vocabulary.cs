using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Desk;

/// What may stand in a cell, under each of the names that people give it; the first name is the one that is written.
public sealed class Vocabulary<T> where T : notnull
{
    private readonly Dictionary<string, T> _byName = [];
    private readonly Dictionary<T, string> _written = [];

    public Vocabulary(string what, IEnumerable<(T Value, string[] Names)> entries)
    {
        What = what;
        foreach (var (value, names) in entries)
        {
            _written.Add(value, names[0]);
            foreach (var name in names)
            {
                _byName.TryAdd(Key(name), value);
            }
        }
    }

    /// With its article: "a market".
    public string What { get; }

    public IEnumerable<string> Written => _written.Values;

    public bool TryFind(string name, out T value) => _byName.TryGetValue(Key(name), out value!);

    public string Write(T value) => _written[value];

    // "Provence-Alpes-Côte d'Azur", "provence alpes cote d azur": case, accents and signs are not what tells names apart.
    private static string Key(string name) => string.Concat(PlainText.Fold(name).Where(char.IsLetterOrDigit));
}
