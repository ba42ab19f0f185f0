namespace CroissanceConnectee.Knowledge.Asking;

// One thing that a question speaks of, with all the ways in which an article may say it; the first is the visitor's own.
// Each way is a run of stems that must all be there.
internal sealed record Concept(string Typed, IReadOnlyList<IReadOnlyList<string>> Forms)
{
    // The themes that the expression speaks of.
    public IReadOnlyList<string> Themes { get; init; } = [];

    // Unlike an ordinary word, it is a subject even when it stands alone.
    public bool IsTradeWord { get; init; }

    // It only resembles what was typed.
    public bool IsGuess { get; init; }

    // The same for all words that mean the same.
    public string Meaning => field ??= Forms.Select(form => string.Join(' ', form)).Min(StringComparer.Ordinal)!;

    public bool IsIn(IReadOnlySet<string> stems)
    {
        foreach (var form in Forms)
        {
            if (form.All(stems.Contains))
            {
                return true;
            }
        }

        return false;
    }
}
