namespace CroissanceConnectee.Knowledge.Asking;

// Which entries say a stem in their text, so that weighing a question does not read all entries again.
internal sealed class Postings
{
    private const double Doubt = 2;

    private readonly Dictionary<string, List<int>> entriesByStem = [];
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
        }
    }

    public int Entries => entries.Count;

    // How many entries speak of it, in one way or another.
    public int Count(Concept concept) => Saying(concept).Count;

    // The share of these entries in each section, drawn towards nothing where few speak of it.
    public IReadOnlyDictionary<string, double> SectionsOf(Concept concept)
    {
        var saying = Saying(concept);
        return saying.CountBy(number => entries[number].Passage.Section).ToDictionary(section => section.Key, section => section.Value / (saying.Count + Doubt));
    }

    private HashSet<int> Saying(Concept concept)
    {
        var saying = new HashSet<int>();
        foreach (var form in concept.Forms)
        {
            if (entriesByStem.TryGetValue(form[0], out var candidates))
            {
                saying.UnionWith(form.Count == 1 ? candidates : candidates.Where(number => form.All(entries[number].Text.Stems.Contains)));
            }
        }

        return saying;
    }
}
