using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// The markets that a message speaks of, and the ones that it names to leave out ("pas la Suisse", "sauf l'Italie").
internal static class MarketMentions
{
    // Markets are looked for in that much of a text: a longer one is a paste.
    private const int LongestText = 1000;

    private static readonly HashSet<string> Between = DataFile.List("before-market");

    private static readonly HashSet<string> Exclusions = DataFile.List("market-exclusions");

    public static Message Add(Message message, Sentence sentence)
    {
        var text = sentence.Source.Length > LongestText ? sentence.Source[..LongestText] : sentence.Source;
        var mentions = MarketNames.Find(text);
        if (mentions.Count == 0)
        {
            return message;
        }

        var excluded = mentions.Where(mention => IsExcluded(sentence, mention.Start)).Select(mention => mention.Code).Distinct().ToList();
        return message with
        {
            Markets = [.. mentions.Where(mention => !excluded.Contains(mention.Code)).Select(mention => mention.Code).Distinct()],
            ExcludedMarkets = excluded,
        };
    }

    private static bool IsExcluded(Sentence sentence, int start)
    {
        var at = 0;
        while (at < sentence.Words.Count && sentence.Words[at].End <= start)
        {
            at++;
        }

        while (at > 0 && !sentence.BreaksBefore(at) && Between.Contains(sentence.Words[at - 1].Text))
        {
            at--;
        }

        // "pourquoi pas la Suisse" leaves nothing out.
        return at > 0 && !sentence.BreaksBefore(at) && Exclusions.Contains(sentence.Words[at - 1].Text)
            && (at < 2 || sentence.Words[at - 2].Text != "pourquoi");
    }
}
