using CroissanceConnectee.Search.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CroissanceConnectee.Knowledge.Asking;

// Builds the query in code: what a visitor types is never parsed, so no character of it has a meaning for Lucene.
internal static class PassageQuery
{
    // Measured on public French question sets: the stemmed fields decide, the others break ties and save bad spelling.
    private const float Tie = 0.6f;
    private const float SynonymWeight = 0.7f;
    private const float PlainWeight = 0.2f;
    private const float FourGramWeight = 0.15f;
    private const float PairWeight = 0.2f;
    private const float ThemeWeight = 0.3f;

    private static readonly (string Name, float Weight)[] StemFields = [(Fields.Title, 1.5f), (Fields.Keywords, 0.6f), (Fields.Wordings, 1.2f), (Fields.Text, 1f)];

    public static Query For(UnderstoodQuestion question)
    {
        var concepts = question.Concepts;
        var query = new BooleanQuery();
        foreach (var concept in concepts)
        {
            query.Add(Saying(concept), Occur.SHOULD);
            query.Add(Weighted(new TermQuery(new Term(Fields.Plain, concept.Typed)), PlainWeight), Occur.SHOULD);
            if (concept.Forms.Count == 1)
            {
                // A word that the vocabulary knows is not misspelt, and its grams cost more than all its synonyms.
                query.Add(Weighted(FourGrams(concept.Typed), FourGramWeight), Occur.SHOULD);
            }

        }

        foreach (var (first, second) in concepts.Zip(concepts.Skip(1)))
        {
            query.Add(Weighted(Phrase(Fields.Text, [first.Forms[0][^1], second.Forms[0][0]], slop: 1), PairWeight), Occur.SHOULD);
        }

        // A section about the theme is a candidate even if it says it in words that nobody thought of.
        foreach (var theme in question.Themes)
        {
            query.Add(Weighted(new TermQuery(new Term(Fields.Section, theme)), ThemeWeight), Occur.SHOULD);
        }

        return query;
    }

    // The best way of saying it counts, the others hardly: summing synonyms would prefer whoever uses most of them.
    private static DisjunctionMaxQuery Saying(Concept concept)
    {
        var ways = new DisjunctionMaxQuery(Tie);
        for (var way = 0; way < concept.Forms.Count; way++)
        {
            foreach (var (field, weight) in StemFields)
            {
                ways.Add(Weighted(Phrase(field, concept.Forms[way], slop: 2), way == 0 ? weight : weight * SynonymWeight));
            }
        }

        return ways;
    }

    private static Query Phrase(string field, IReadOnlyList<string> stems, int slop)
    {
        if (stems.Count == 1)
        {
            return new TermQuery(new Term(field, stems[0]));
        }

        var phrase = new PhraseQuery { Slop = slop };
        foreach (var stem in stems)
        {
            phrase.Add(new Term(field, stem));
        }

        return phrase;
    }

    private static BooleanQuery FourGrams(string word)
    {
        var grams = FrenchAnalysis.FourGramsOf(word).ToList();
        var query = new BooleanQuery(disableCoord: true);
        foreach (var gram in grams.Take(12))
        {
            query.Add(Weighted(new TermQuery(new Term(Fields.FourGrams, gram)), 1f / grams.Count), Occur.SHOULD);
        }

        return query;
    }

    private static T Weighted<T>(T query, float weight) where T : Query
    {
        query.Boost = weight;
        return query;
    }
}
