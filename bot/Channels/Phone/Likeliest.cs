using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// The choices that sound most like what was heard, first: with the keys, few callers wait for a second page. Pure.
public static class Likeliest
{
    private const int ShortestSound = 3;

    public static IReadOnlyList<Choice> First(IReadOnlyList<Choice> choices, string heard)
    {
        var said = Sounds(heard);
        return [.. choices.OrderByDescending(choice => Likeness(said, Sounds(choice.Label)))];
    }

    private static double Likeness(IReadOnlyList<string> said, IReadOnlyList<string> label) => said
        .SelectMany(_ => label, (one, other) => 1 - ((double)EditDistance.Between(one, other) / Math.Max(one.Length, other.Length)))
        // Unlike words are all equally unlike: what is between them is chance.
        .Select(likeness => likeness < 0.5 ? 0 : likeness)
        .DefaultIfEmpty(0)
        .Max();

    private static List<string> Sounds(string text) =>
        [.. Folding.Fold(text).Split(' ').Select(FrenchSound.Of).Where(sound => sound.Length >= ShortestSound)];
}
