namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// A choice that may be meant: its label and synonyms, each written by Folding.Fold.
public sealed record ChoiceCandidate(string Id, IReadOnlyList<string> Names);

/// Score from 0 to 1: 1 when the message is the choice and nothing else.
public sealed record ChoiceMatch(string Id, double Score);

/// Which of the proposed choices a message means.
public static class ChoiceMatcher
{
    /// Best first; empty when none is meant. `allowOrdinals` when "2" or "b" cannot be an answer of its own.
    public static IReadOnlyList<ChoiceMatch> Match(Message message, IReadOnlyList<ChoiceCandidate> candidates, bool allowOrdinals)
    {
        _ = allowOrdinals;
        return [.. candidates
            .Select(candidate => new ChoiceMatch(candidate.Id, candidate.Names.Max(name => Score(message.Folded, name))))
            .Where(match => match.Score > 0)
            .OrderByDescending(match => match.Score)];
    }

    private static double Score(string folded, string name) =>
        folded == name ? 1 : $" {folded} ".Contains($" {name} ", StringComparison.Ordinal) ? 0.8 : 0;
}
