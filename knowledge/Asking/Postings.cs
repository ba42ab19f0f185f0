namespace CroissanceConnectee.Knowledge.Asking;

// Which entries say a stem in their text, so that weighing a question does not read all entries again.
internal sealed class Postings
{
    // A thing that few entries speak of says little about where things of its kind stand.
    private const double Doubt = 2;

    private readonly Dictionary<string, List<int>> entriesByStem = [];
    private readonly Dictionary<string, EntrySet> entriesBySection = [];
    private readonly IReadOnlyList<Entry> entries;

    public Postings(IReadOnlyList<Entry> entries)
    {
        this.entries = entries;
        foreach (var entry in entries)
        {
            foreach (var stem in entry.Text.Stems)
            {
                if (!entriesByStem.TryGetValue(stem, out var saying))
                {
                    entriesByStem.Add(stem, saying = []);
                }

                saying.Add(entry.Number);
            }

            if (!entriesBySection.TryGetValue(entry.Passage.Section, out var inSection))
            {
                entriesBySection.Add(entry.Passage.Section, inSection = new EntrySet(entries.Count));
            }

            inSection.Add(entry.Number);
        }
    }

    public int Entries => entries.Count;

    // The entries that speak of it, in one way or another.
    public EntrySet Saying(Concept concept)
    {
        var saying = new EntrySet(entries.Count);
        foreach (var form in concept.Forms)
        {
            foreach (var number in entriesByStem.TryGetValue(form[0], out var candidates) ? candidates : [])
            {
                if (form.Count == 1 || form.All(entries[number].Text.Stems.Contains))
                {
                    saying.Add(number);
                }
            }
        }

        return saying;
    }

    // The share of these entries in each section.
    public IReadOnlyDictionary<string, double> SectionsOf(EntrySet saying)
    {
        var all = saying.Count + Doubt;
        return entriesBySection.ToDictionary(section => section.Key, section => saying.CountIn(section.Value) / all);
    }
}
