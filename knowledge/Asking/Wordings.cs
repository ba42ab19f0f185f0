using System.Collections.Concurrent;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// Where a question belongs: a section of one article, a section of all markets or marketplaces, or (all null) nowhere here.
internal sealed record WordingTarget(ArticleKind? Kind, Article? Article, string Section)
{
    public static readonly WordingTarget Elsewhere = new(null, null, "");
}

internal sealed record Wording(string Ask, WordingTarget Target, Essence Essence);

// Thousands of questions written by hand, each with the section that answers it. A new question belongs where its nearest
// neighbours do (cosine of tf-idf weights).
internal sealed class Wordings
{
    private const double LeastSimilarity = 0.06;

    // What a tenth of all questions have in common says nothing, and would cost most of the time.
    private const double LeastRarity = 2.4;

    private readonly Dictionary<string, List<(int Wording, float Weight)>> postings = [];
    private readonly Dictionary<string, double> rarity;
    private readonly double mostRarity;

    public Wordings(IEnumerable<TiedWording> tied, QuestionReader reader)
    {
        // Most words stand in many wordings, and how one sounds takes long to tell.
        var sounds = new ConcurrentDictionary<string, string>();
        var written = Written(tied).AsParallel().AsOrdered().Select(wording =>
        {
            var essence = reader.EssenceOf(wording.Ask);
            return (wording: new Wording(wording.Ask, wording.Target, essence), features: QuestionFeatures.Of(essence, word => sounds.GetOrAdd(word, FrenchSound.Of)));
        }).ToList();
        All = written.ConvertAll(one => one.wording);
        rarity = written.SelectMany(one => one.features.Keys).CountBy(feature => feature).ToDictionary(count => count.Key, count => Rarity(count.Value));
        mostRarity = Rarity(1);
        for (var at = 0; at < written.Count; at++)
        {
            foreach (var (feature, weight) in Weighted(written[at].features))
            {
                if (!postings.TryGetValue(feature, out var list))
                {
                    postings.Add(feature, list = []);
                }

                list.Add((at, (float)weight));
            }
        }
    }

    public IReadOnlyList<Wording> All { get; }

    // Without one of them when it is the question itself: a model is fitted on what it has not seen.
    public Votes For(UnderstoodQuestion question, Wording? except = null)
    {
        var similarity = new float[All.Count];
        foreach (var (feature, weight) in Weighted(QuestionFeatures.Of(question.Essence)))
        {
            foreach (var (wording, other) in postings.TryGetValue(feature, out var list) ? list : [])
            {
                similarity[wording] += (float)weight * other;
            }
        }

        var votes = new Dictionary<WordingTarget, Vote>();
        for (var at = 0; at < similarity.Length; at++)
        {
            if (similarity[at] >= LeastSimilarity && All[at] != except)
            {
                if (!votes.TryGetValue(All[at].Target, out var vote))
                {
                    votes.Add(All[at].Target, vote = new Vote());
                }

                vote.Add(new NearWording(All[at], similarity[at]));
            }
        }

        return new Votes(votes);
    }

    // A writer's own wordings come first: of two alike, the one tied to an article says more than the one tied to its kind.
    private static IEnumerable<(string Ask, WordingTarget Target)> Written(IEnumerable<TiedWording> tied)
    {
        var table = WordingTable.Instance;
        return tied.Select(wording => (wording.Ask, new WordingTarget(wording.Article.Kind, wording.Article, wording.Section)))
            .Concat(OfKind(ArticleKind.Market, table.OfMarkets))
            .Concat(OfKind(ArticleKind.Marketplace, table.OfMarketplaces))
            .Concat(table.Elsewhere.Select(ask => (ask, WordingTarget.Elsewhere)));
    }

    private static IEnumerable<(string Ask, WordingTarget Target)> OfKind(ArticleKind kind, IReadOnlyDictionary<string, List<string>> sections) =>
        sections.SelectMany(section => section.Value.Select(ask => (ask, new WordingTarget(kind, null, section.Key))));

    private double Rarity(int wordings) => Math.Log(1 + ((double)All.Count / wordings));

    private List<(string Feature, double Weight)> Weighted(Dictionary<string, double> features)
    {
        var weighted = features.Select(feature => (feature.Key, Rarity: rarity.GetValueOrDefault(feature.Key, mostRarity), feature.Value))
            .Where(feature => feature.Rarity >= LeastRarity).Select(feature => (feature.Key, Weight: feature.Value * feature.Rarity)).ToList();
        var length = Math.Sqrt(weighted.Sum(feature => feature.Weight * feature.Weight));
        return weighted.ConvertAll(feature => (feature.Key, feature.Weight / length));
    }
}
