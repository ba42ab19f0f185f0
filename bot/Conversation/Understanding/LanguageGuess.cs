namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Tells French from English by the small words that only one of them has.
internal static class LanguageGuess
{
    private static readonly HashSet<string> French =
    [
        "je", "j", "tu", "il", "nous", "vous", "ils", "le", "la", "les", "un", "une", "des", "du", "de", "d", "l", "et", "est", "sont", "suis", "sommes", "ai", "avons", "avez",
        "ont", "pas", "que", "qui", "quoi", "quel", "quelle", "quels", "quelles", "comment", "combien", "pourquoi", "quand", "pour", "avec", "sans", "dans", "sur", "chez", "mon",
        "ma", "mes", "notre", "nos", "votre", "vos", "ce", "cette", "ces", "ca", "oui", "non", "merci", "bonjour", "bonsoir", "salut", "au", "aux", "faut", "veux", "voudrais",
        "faire", "vendre", "vends", "vendons", "mais", "ou", "donc", "aussi", "environ", "entreprise", "salaries", "salarie", "personnes", "en", "quelqu", "parler", "conseiller",
    ];

    private static readonly HashSet<string> English =
    [
        "i", "you", "we", "they", "he", "she", "the", "is", "are", "am", "was", "do", "does", "did", "don", "have", "has", "what", "how", "why", "when", "where", "which", "who",
        "my", "our", "your", "of", "to", "for", "with", "without", "in", "at", "and", "but", "from", "need", "want", "would", "like", "can", "could", "should", "yes", "please",
        "thanks", "thank", "know", "sell", "selling", "this", "that", "it", "not", "an", "about", "any", "there", "talk", "speak", "help", "hello", "employees", "people", "company",
        "customs", "shipping", "much", "many", "adviser", "between", "than", "less", "more", "tell", "me",
    ];

    // Said alone by people who speak nothing else of the other language.
    private static readonly HashSet<string> EnoughAlone = ["please", "adviser", "oui", "non", "bonjour", "bonsoir", "merci", "quoi", "combien", "pourquoi", "conseiller"];

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
