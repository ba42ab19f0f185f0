using System.Text.RegularExpressions;

namespace CroissanceConnectee.Knowledge.Asking;

// Chooses the two or three sentences of one section that answer best, and puts them in reading order.
internal static partial class Extraction
{
    private const int MostSentences = 3;
    private const double Alike = 0.45;
    private const double Step = 0.05;
    private const int MostBesideOthers = 2;

    // The sections are of one article, best first; the second has its say as well.
    public static IReadOnlyList<AnsweredSentence> Sentences(IReadOnlyList<RankedSection> sections, Coverage coverage, Func<Entry, string, bool> mayBeSaid)
    {
        var chosen = Of(InOrderOfUse(sections[0].PassagesInOrder()), MostSentences);
        if (sections.Count > 1)
        {
            chosen.AddRange(Of(InOrderOfUse(sections[1].PassagesInOrder()), MostBesideOthers));
        }

        return [.. chosen.OrderBy(choice => choice.Entry.Number).ThenBy(choice => choice.At).Select(choice => Quote(choice.Entry, choice.At))];

        List<(Entry Entry, int At)> Of(IEnumerable<Entry> entries, int most)
        {
            var sentences = new List<(Entry Entry, int At)>();
            foreach (var entry in entries)
            {
                var sayable = Sayable(entry, mayBeSaid);
                sentences.AddRange(BestWindow(entry, sayable, most - sentences.Count, coverage).Select(at => (entry, at)));
                if (sentences.Count == most)
                {
                    break;
                }
            }

            return sentences;
        }
    }

    // Without a sentence that may not be said, the next one may hang in the air.
    private static List<int> Sayable(Entry entry, Func<Entry, string, bool> mayBeSaid)
    {
        var sayable = new List<int>();
        for (var at = 0; at < entry.Sentences.Count; at++)
        {
            var text = entry.Sentences[at].Text;
            if (mayBeSaid(entry, text) && (at == 0 || sayable.Contains(at - 1) || !GoesOn(text)))
            {
                sayable.Add(at);
            }
        }

        return sayable;
    }

    private static AnsweredSentence Quote(Entry entry, int at) => new(
        entry.Sentences[at].Text, entry.Language, entry.Passage.Id, entry.Article.Id, entry.Passage.Section, entry.Passage.Sources);

    // Best passages first. Where passages answer alike, the writer's order is the better one: the
    // rule comes before the exception, the first step before the second.
    private static IEnumerable<Entry> InOrderOfUse(IReadOnlyList<Candidate> candidates)
    {
        var best = candidates.Max(candidate => candidate.Score);
        return candidates
            .Where(candidate => candidate.Score >= best - Alike)
            .OrderBy(candidate => (int)((best - candidate.Score) / Step))
            .ThenBy(candidate => candidate.Entry.Number)
            .Select(candidate => candidate.Entry);
    }

    private static List<int> BestWindow(Entry entry, List<int> sayable, int size, Coverage coverage)
    {
        if (sayable.Count <= size)
        {
            return sayable;
        }

        var start = Enumerable.Range(0, sayable.Count - size + 1)
            .Where(first => first == 0 || !GoesOn(entry.Sentences[sayable[first]].Text))
            .MaxBy(first => coverage.Of(sayable.GetRange(first, size).Select(at => entry.Sentences[at])));
        return sayable.GetRange(start, size);
    }

    // "Elle était de 5 % avant", "Vérifiez-les" or "Baidu y domine" say nothing without the sentence before them.
    private static bool GoesOn(string sentence) => Pronoun().IsMatch(sentence);

    [GeneratedRegex(@"^((Ils?|Elles?|Ce|Cela|Cette|Ces|On) |C'est|Au-delà|Sinon|\w+ y |\w+-(le|la|les|en|y)\b)")]
    private static partial Regex Pronoun();
}
