namespace CroissanceConnectee.Bot.Tests.Support;

/// A folder of articles of its own, for tests that break some of them.
internal sealed class ArticlesFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("articles-").FullName;

    /// An article without a fault, unless a part of it is replaced.
    public ArticlesFolder Add(string file, string old = "", string replacement = "")
    {
        var id = System.IO.Path.GetFileNameWithoutExtension(file);
        var text = $$"""
            ---
            id: {{id}}
            kind: market
            title: { fr: Vendre en Belgique, en: Selling in Belgium }
            summary: { fr: La Belgique est voisine., en: Belgium is next door. }
            markets: [BE]
            themes: [vat]
            sectors: []
            keywords: []
            reviewBy: 2099-12-31
            sources:
              - { id: spf, name: SPF Finances, url: "https://finances.belgium.be/fr", date: 2026-05-12 }
            facts:
              - { key: vat.standard, label: { fr: Taux normal, en: Standard rate }, value: 21, unit: "%", asOf: 2026-05-12, reviewBy: 2099-12-31, source: spf }
            ---
            ## TVA {#vat}
            Le taux normal est de 21 %. [^spf]
            """;
        var full = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, old.Length > 0 ? text.Replace(old, replacement, StringComparison.Ordinal) : text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
