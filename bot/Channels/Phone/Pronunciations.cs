using System.Reflection;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// Names and initials that voices get wrong, and how to write them so that they are said right.
internal static class Pronunciations
{
    /// Lines `written = as it is said`, one file a language.
    public static IReadOnlyDictionary<string, string> Read(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CroissanceConnectee.Bot.Channels.Phone.pronunciations.{language}.txt")
            ?? throw new InvalidOperationException($"The pronunciations for '{language}' are not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2 && !parts[0].StartsWith('#'))
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
