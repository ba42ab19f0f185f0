namespace CroissanceConnectee.Bot.Channels.Phone;

/// What single signs are called, as recognisers write it.
internal static class SpokenNames
{
    /// A line a sign: the sign, then its names, with underscores for their blanks.
    public static Dictionary<string, char> Read(string lines) => lines
        .Split('\n')
        .Select(line => line.Split(' '))
        .SelectMany(names => names.Skip(1), (names, name) => (Name: name.Replace('_', ' '), Sign: names[0][0]))
        .ToDictionary(named => named.Name, named => named.Sign);
}
