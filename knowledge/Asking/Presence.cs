namespace CroissanceConnectee.Knowledge.Asking;

// Where one thing that a question speaks of is said: in which entries, above which, and in which sections as a rule.
internal sealed class Presence(Concept concept, Postings postings)
{
    private readonly EntrySet saying = postings.Saying(concept);
    private readonly Dictionary<EntryHeadings, (bool Headings, bool Keywords, bool Wordings)> above = [];
    private IReadOnlyDictionary<string, double>? sections;

    public Concept Concept => concept;

    public int Entries => saying.Count;

    public bool IsInText(Entry entry) => saying.Contains(entry.Number);

    public (bool Headings, bool Keywords, bool Wordings) Above(Entry entry)
    {
        if (!above.TryGetValue(entry.Headings, out var said))
        {
            said = (concept.IsIn(entry.Headings.Stems), concept.IsIn(entry.Headings.Keywords.Stems), concept.IsIn(entry.Headings.Wordings.Stems));
            above.Add(entry.Headings, said);
        }

        return said;
    }

    // "Casier" belongs to deliveries, whatever the article about a country calls it.
    public double ShareIn(string section) => (sections ??= postings.SectionsOf(saying)).GetValueOrDefault(section);
}
