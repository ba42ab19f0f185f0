namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Tells French from English by the small words that only one of them has.
internal static class LanguageGuess
{
    private static readonly HashSet<string> French = DataFile.List("french");

    private static readonly HashSet<string> English = DataFile.List("english");

    // Said alone by people who speak nothing else of the other language.
    private static readonly HashSet<string> EnoughAlone = DataFile.List("language-alone");

    public static Language? Of(IReadOnlyList<string> words)
    {
        var (french, english) = (words.Count(French.Contains), words.Count(English.Contains));
        var enough = words.Count <= 2 && words.Any(EnoughAlone.Contains) ? 1 : 2;
        return (french, english) switch
        {
            _ when french >= enough && french >= 3 * english => Language.French,
            _ when english >= enough && english >= 3 * french => Language.English,
            _ => null,
        };
    }
}
