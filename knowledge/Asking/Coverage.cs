namespace CroissanceConnectee.Knowledge.Asking;

// How much of what a question speaks of is said somewhere, rare words counting more than common ones. It tells "the articles know this"
// from "the articles use some of these words" better than Lucene's score does, which has no fixed scale.
internal sealed class Coverage
{
    // What an unknown or a rare word weighs at most. More, and every product name would silence the bot.
    private const double MostWeight = 4;

    // One ordinary word that happens to stand in some sentence is no subject ("qui est le président ?"), and a guess is a question back.
    private const double MostForChance = 0.3;
    private const double MostForGuess = 0.45;

    private const double InText = 1;
    private const double InHeading = 0.8;
    private const double InKeywords = 0.4;

    private readonly IReadOnlyList<Concept> concepts;
    private readonly string? inheritedTheme;
    private readonly double[] weights;
    private readonly double total;

    public Coverage(UnderstoodQuestion question, Postings postings)
    {
        concepts = question.Concepts;
        inheritedTheme = question.InheritedTheme;
        weights = [.. concepts.Select(concept => Weight(postings.Count(concept), postings.Entries))];
        total = weights.Sum();
    }

    // From 0 (nothing) to 1 (everything, in the text itself).
    public double Of(Entry entry)
    {
        var covered = Of(concept => concept.IsIn(entry.Text.Stems) ? InText
            : concept.IsIn(entry.Headings.Stems) || concept.Themes.Contains(entry.Passage.Section) ? InHeading
            : concept.IsIn(entry.Headings.Keywords.Stems) ? InKeywords
            : 0);
        return Math.Min(covered, Most(entry));
    }

    private double Most(Entry entry)
    {
        var inHeadings = concepts.Where(concept => concept.IsIn(entry.Headings.Stems) || concept.IsIn(entry.Headings.Keywords.Stems)).ToList();
        var found = concepts.Where(concept => concept.IsIn(entry.Text.Stems)).Union(inHeadings).ToList();
        return found is [{ IsTradeWord: false }] && inHeadings.Count == 0 && entry.Passage.Section != inheritedTheme ? MostForChance
            : found.TrueForAll(concept => concept.IsGuess) ? MostForGuess
            : 1;
    }

    public double Of(IReadOnlySet<string> stems) => Of(concept => concept.IsIn(stems) ? 1 : 0);

    // Of what sentences say together, for choosing among them.
    public double Of(IEnumerable<EntrySentence> sentences) => Of(concept => sentences.Any(sentence => concept.IsIn(sentence.Words.Stems)) ? 1 : 0);

    private double Of(Func<Concept, double> credit) =>
        total == 0 ? 0 : concepts.Zip(weights, (concept, weight) => weight * credit(concept)).Sum() / total;

    private static double Weight(int found, int all) => Math.Min(MostWeight, Math.Log(1 + ((all - found + 0.5) / (found + 0.5))));
}
