namespace CroissanceConnectee.Knowledge.Asking;

// The words of the questions that a question resembles: whoever asks when people buy most is answered by the passage that says
// "Christmas", which others asked for by that word.
internal sealed class Echo
{
    private readonly Dictionary<string, double> weights = [];
    private readonly double all;

    public Echo(IEnumerable<Vote> votes, Postings postings)
    {
        foreach (var near in votes.SelectMany(vote => vote.Nearest))
        {
            foreach (var stem in near.Wording.Essence.Concepts.SelectMany(concept => concept.Forms[0]))
            {
                weights[stem] = weights.GetValueOrDefault(stem) + (near.Similarity * near.Similarity * postings.RarityOf(stem));
            }
        }

        all = weights.Values.Sum();
    }

    // The share of them that the entry says, from 0 to 1.
    public double In(Entry entry) => all == 0 ? 0 : weights.Where(word => entry.Text.Stems.Contains(word.Key)).Sum(word => word.Value) / all;
}
