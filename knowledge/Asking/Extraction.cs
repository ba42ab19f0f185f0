namespace CroissanceConnectee.Knowledge.Asking;

// Chooses the two or three sentences of one article that answer best, and puts them in reading order.
internal static class Extraction
{
    private const int MostSentences = 3;
    private const double NearlyAsGood = 0.6;

    // The candidates are of one article, best first.
    public static IReadOnlyList<AnsweredSentence> Sentences(IReadOnlyList<Candidate> candidates, Coverage coverage, Func<Entry, string, bool> mayBeSaid)
    {
        var best = candidates[0];
        var chosen = new List<(Entry Entry, int At)>();
        foreach (var entry in InOrderOfUse(candidates, best))
        {
            var sayable = Enumerable.Range(0, entry.Sentences.Count).Where(at => mayBeSaid(entry, entry.Sentences[at].Text)).ToList();
            chosen.AddRange(BestWindow(entry, sayable, MostSentences - chosen.Count, coverage).Select(at => (entry, at)));
            if (chosen.Count == MostSentences)
            {
                break;
            }
        }

        return [.. chosen.OrderBy(choice => choice.Entry.Number).ThenBy(choice => choice.At).Select(choice => Quote(choice.Entry, choice.At))];
    }

    public static AnsweredSentence Quote(Entry entry, int at) => new(
        entry.Sentences[at].Text, entry.Language, entry.Passage.Id, entry.Article.Id, entry.Passage.Section, entry.Passage.Sources);

    // Steps are read from the first one; other passages add to the best only when they are nearly as good and stand in its section.
    private static IEnumerable<Entry> InOrderOfUse(IReadOnlyList<Candidate> candidates, Candidate best)
    {
        var sameSection = candidates.Where(candidate => candidate.Entry.Passage.Section == best.Entry.Passage.Section).ToList();
        return best.Entry.Passage.Form == PassageForm.Step
            ? sameSection.Select(candidate => candidate.Entry).Where(entry => entry.Passage.Form == PassageForm.Step).OrderBy(entry => entry.Number)
            : sameSection.Where(candidate => candidate.Score >= NearlyAsGood * best.Score).Select(candidate => candidate.Entry);
    }

    private static List<int> BestWindow(Entry entry, List<int> sayable, int size, Coverage coverage)
    {
        if (sayable.Count <= size)
        {
            return sayable;
        }

        var start = Enumerable.Range(0, sayable.Count - size + 1)
            .MaxBy(first => coverage.Of(sayable.GetRange(first, size).Select(at => entry.Sentences[at])));
        return sayable.GetRange(start, size);
    }
}
