using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CroissanceConnectee.Search.Text;

/// <summary>Finds, among the words of an index, the one that a person most probably meant.</summary>
public static class SpellingRepair
{
    private const int ShortestWord = 5;
    private const int ShortestWordForTwoEdits = 8;

    /// <summary>
    /// The most frequent word of the field at one edit from the typed one, else at two; null when the word is an acronym, is too short,
    /// or resembles nothing. The first letter is taken as right: shorter prefixes find more wrong words than right ones.
    /// </summary>
    public static string? Nearest(IndexReader reader, string field, string foldedWord)
    {
        if (foldedWord.Length < ShortestWord || FrenchAnalysis.IsAcronym(foldedWord) || !foldedWord.All(char.IsLetter)
            || MultiFields.GetTerms(reader, field) is not { } terms)
        {
            return null;
        }

        // Two edits in a short word make another word of it.
        var most = foldedWord.Length >= ShortestWordForTwoEdits ? 2 : 1;
        for (var edits = 1; edits <= most; edits++)
        {
            var candidates = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(field, foldedWord), edits, 1, transpositions: true);
            string? best = null;
            var bestFrequency = 0;
            while (candidates.MoveNext())
            {
                var word = candidates.Term.Utf8ToString();
                if (candidates.DocFreq > bestFrequency && !FrenchAnalysis.IsAcronym(word))
                {
                    (best, bestFrequency) = (word, candidates.DocFreq);
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }
}
