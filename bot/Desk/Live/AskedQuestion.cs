using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Desk;

/// What a firm asked the bot and what it was told; no answer where the bot had none, or did not understand.
public sealed record AskedQuestion(string Text, IReadOnlyList<string> Answer, IReadOnlyList<Cite> Sources)
{
    public bool IsOpen => Sources.Count == 0;

    public static IEnumerable<AskedQuestion> Of(IEnumerable<TranscriptEntry> transcript) =>
        from entry in transcript
        where entry is { Author: null, Text.Length: > 0 }
        let sources = entry.Reply.Parts.OfType<Cite>().DistinctBy(cite => cite.Url).ToList()
        where sources.Count > 0 || entry.Reply.Misses > 0 || entry.Reply.Parts.OfType<Say>().Any(say => say.Abstains)
        select new AskedQuestion(entry.Text!, sources.Count > 0 ? Before(entry.Reply) : [], sources);

    // What follows the last source leads over to the next question.
    private static List<string> Before(Reply reply)
    {
        var last = reply.Parts.Index().Last(part => part.Item is Cite).Index;
        return [.. reply.Parts.Take(last).OfType<Say>().Select(say => say.Text)];
    }
}
