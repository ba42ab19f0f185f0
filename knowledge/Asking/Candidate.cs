namespace CroissanceConnectee.Knowledge.Asking;

// An entry that may be quoted, and how well it answers.
internal sealed record Candidate(Entry Entry, double Score);
