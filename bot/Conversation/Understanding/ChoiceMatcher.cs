namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// A choice that may be meant: its label and synonyms, each written by Folding.Fold.
public sealed record ChoiceCandidate(string Id, IReadOnlyList<string> Names)
{
    internal IReadOnlyList<ChoiceText> Texts { get; } = [.. Names.Select(name => ChoiceText.Of(name.Split(' ')))];
}

/// Score from 0 to 1: 1 when the message is the choice and nothing else, 0.5 and less when it could be another.
public sealed record ChoiceMatch(string Id, double Score);

/// Which of the proposed choices a message means.
public static class ChoiceMatcher
{
    // Said in full, among other words.
    private const double Named = 0.9;

    private const double Counted = 0.95;

    /// Best first, then in the order of the message; empty when none is meant. `allowOrdinals` when "2" or "b" cannot be an answer of its own.
    public static IReadOnlyList<ChoiceMatch> Match(Message message, IReadOnlyList<ChoiceCandidate> candidates, bool allowOrdinals)
    {
        // Most answers are taps on a choice, which send its label.
        if (candidates.FirstOrDefault(candidate => candidate.Names.Contains(message.Folded)) is { } named
            && !candidates.Any(other => other != named && other.Names.Contains(message.Folded)))
        {
            return [new ChoiceMatch(named.Id, 1)];
        }

        var text = ChoiceText.Of(message.Words);
        var found = Find(text, candidates);
        if (found.Count > 0 && found.TrueForAll(mention => mention.Score == 1))
        {
            return Ranked(found);
        }

        var denied = found.Where(mention => text.IsDenied(mention.From)).Select(mention => mention.Id).ToHashSet();
        if (text.SaysAll() && found.Count == denied.Count)
        {
            return [.. candidates.Where(candidate => !denied.Contains(candidate.Id)).Select(candidate => new ChoiceMatch(candidate.Id, Named))];
        }

        var meant = found.Where(mention => !denied.Contains(mention.Id)).ToList();
        if (meant.Count == 0 && allowOrdinals && denied.Count == 0)
        {
            return [.. Ordinals.Read(message.Words, candidates.Count).Select(index => new ChoiceMatch(candidates[index].Id, Counted))];
        }

        return Ranked(meant);
    }

    private static List<ChoiceMention> Find(ChoiceText text, IReadOnlyList<ChoiceCandidate> candidates)
    {
        if (text.Words.Count == 0)
        {
            return [];
        }

        var mentions = candidates
            .SelectMany(candidate => candidate.Texts.Select(name => text.Mention(candidate.Id, name)))
            .OfType<ChoiceMention>()
            .ToList();

        // What a longer name takes up says nothing of a shorter one: "boutique en ligne" is no "boutique".
        var full = mentions.Where(mention => mention.IsFull).ToList();
        full.RemoveAll(mention => full.Exists(other => other.Id != mention.Id && other.Length > mention.Length && other.Covers(mention)));
        var partial = mentions.Where(mention => !mention.IsFull && !full.Exists(other => other.Covers(mention))).ToList();
        return [.. full, .. Distinctive(partial, text)];
    }

    /// A word that several choices share tells them apart only when the message has no better one.
    private static IEnumerable<ChoiceMention> Distinctive(List<ChoiceMention> partial, ChoiceText text)
    {
        var best = partial.GroupBy(mention => mention.Id).Select(group => group.MaxBy(mention => mention.Score)!).ToList();
        var own = best
            .Where(mention => !best.Exists(other => other.Id != mention.Id && other.Words.SetEquals(mention.Words) && other.Score >= mention.Score))
            .ToList();
        return own.Count > 0 ? own.Where(mention => best.TrueForAll(other => !other.Words.IsProperSupersetOf(mention.Words)))
            : best.Where(mention => mention.Words.Count == text.Words.Count);
    }

    private static List<ChoiceMatch> Ranked(IEnumerable<ChoiceMention> mentions) =>
        [.. mentions.GroupBy(mention => mention.Id)
            .Select(group => group.MaxBy(mention => mention.Score)!)
            .OrderByDescending(mention => mention.Score)
            .ThenBy(mention => mention.From)
            .Select(mention => new ChoiceMatch(mention.Id, Math.Round(mention.Score, 2)))];
}
