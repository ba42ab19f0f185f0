using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// What two questions are compared by: what they speak of, whatever the word for it; how their words sound, small ones included, since
// "who" or "how much" is half of a question; and runs of letters, which survive most misspellings.
internal static class QuestionFeatures
{
    private const double SoundWeight = 0.6;
    private const double GramWeight = 0.4;

    public static Dictionary<string, double> Of(Essence question, Func<string, string>? sound = null)
    {
        var features = new Dictionary<string, double>();
        foreach (var concept in question.Concepts)
        {
            features[concept.Meaning] = 1;
        }

        foreach (var word in question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            features[$"~{(sound ?? FrenchSound.Of)(word)}"] = SoundWeight;
            foreach (var gram in FrenchAnalysis.FourGramsOf($"_{word}_"))
            {
                features[$"#{gram}"] = GramWeight;
            }
        }

        return features;
    }
}
