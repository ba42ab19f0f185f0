namespace CroissanceConnectee.Benchmarks.Phone;

/// What the callers of the benchmarks say: the beginning of a diagnosis, a question on the way, words that are read back.
internal static class Spoken
{
    public static readonly string[] Words =
    [
        "je veux faire le diagnostic", "des bougies parfumées", "douze", "quels sont les droits de douane au japon", "non", "en bretagne",
        "des particuliers", "fragiles", "c'est tout", "en ligne et ailleurs", "une boutique en ligne", "aucun",
    ];
}
