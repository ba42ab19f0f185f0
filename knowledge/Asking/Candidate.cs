namespace CroissanceConnectee.Knowledge.Asking;

// An entry that may answer: how well it ranks, and how much of the question it covers.
internal sealed record Candidate(Entry Entry, double Score, double Coverage);
