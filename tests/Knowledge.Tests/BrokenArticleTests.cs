using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public class BrokenArticleTests
{
    [Theory]
    [InlineData("kind: market", "kind: [market", 1, "not valid YAML")]
    [InlineData("kind: market", "kind: \"market", 3, "not valid YAML")]
    [InlineData("kind: market", "kind: market\nkind: market", 4, "not valid YAML")]
    [InlineData("kind: market", "kind: country", 3, "kind is \"country\"")]
    [InlineData("kind: market", "kind: 1", 3, "kind is \"1\"")]
    [InlineData("id: espagne", "id: spain", 2, "the file is named espagne.md")]
    [InlineData("id: espagne\n", "", 2, "\"id\" is missing")]
    [InlineData("id: espagne", "id: espagne\nauthor: moi", 3, "has no \"author\"")]
    [InlineData("fr: Vendre en ligne en Espagne, en: Selling online in Spain", "fr: Vendre, beaucoup, en: Selling", 4, "needs quotes")]
    [InlineData(", en: Selling online in Spain", "", 4, "\"en\" is missing")]
    [InlineData("title: { fr: Vendre en ligne en Espagne, en: Selling online in Spain }\n", "", 2, "\"title\" is missing")]
    [InlineData("markets: [ES]", "markets: [Spain]", 8, "\"Spain\" is no two-letter country code")]
    [InlineData("markets: [ES]", "markets: ES", 8, "\"markets\" must hold a list")]
    [InlineData("markets: [ES]", "markets: [{ code: ES }]", 8, "\"markets\" must hold texts")]
    [InlineData("themes: [payment, returns, vat]", "themes: [payment, football]", 9, "\"football\" is no theme")]
    [InlineData("themes: [payment, returns, vat]", "themes: []", 9, "at least one theme")]
    [InlineData("reviewBy: 2027-06-30\nsources", "reviewBy: 30/06/2027\nsources", 11, "no date")]
    [InlineData("reviewBy: 2027-06-30\nsources", "reviewBy: 2027-06-31\nsources", 11, "no date")]
    [InlineData("reviewBy: 2027-06-30\nsources", "sources", 2, "\"reviewBy\" is missing")]
    [InlineData("https://www.cnmc.es/comercio", "ftp://www.cnmc.es/comercio", 14, "no http address")]
    [InlineData("https://www.cnmc.es/comercio", "javascript:alert(1)", 14, "no http address")]
    [InlineData("https://www.cnmc.es/comercio", "www.cnmc.es", 14, "no http address")]
    [InlineData("id: cnmc", "id: aeat", 14, "the source \"aeat\" is there twice")]
    [InlineData("2027-06-30, source: aeat }\n  - { key: vat.reduced", "2027-06-30, source: bde }\n  - { key: vat.reduced", 16, "names the source \"bde\"")]
    [InlineData("asOf: 2026-03-01, reviewBy: 2027-06-30, source: aeat }\n  - { key: vat.reduced", "reviewBy: 2027-06-30, source: aeat }\n  - { key: vat.reduced", 16, "\"asOf\" is missing")]
    [InlineData("value: 21, ", "", 16, "\"value\" is missing")]
    [InlineData("key: vat.standard", "key: VAT standard", 16, "is not made of lower-case words")]
    [InlineData("asOf: 2026-03-01, reviewBy: 2027-06-30, source: aeat }\n  - { key: vat.reduced", "asOf: 2026-03-01, validFrom: 2026-01-01, validTo: 2025-01-01, reviewBy: 2027-06-30, source: aeat }\n  - { key: vat.reduced", 16, "ends before it begins")]
    [InlineData("## Retours {#returns}", "## Retours", 22, "needs a title and an anchor")]
    [InlineData("## Retours {#returns}", "## Retours {#football}", 22, "\"football\" is no section anchor")]
    [InlineData("## Retours {#returns}", "## Retours {#payment}", 22, "\"payment\" is there twice")]
    [InlineData("## Retours {#returns}", "### Retours {#returns}", 22, "## headings, paragraphs and lists only")]
    [InlineData("achat sur dix. [^cnmc]", "achat sur dix.", 23, "no source mark at the end of « Les Espagnols retournent peu")]
    [InlineData("achat sur dix. [^cnmc]", "achat sur dix. [^ine]", 23, "[^ine] names no source")]
    [InlineData("achat sur dix. [^cnmc]", "achat sur dix. [^cnmc] Vraiment.", 23, "no source mark at the end")]
    [InlineData("## TVA {#vat}", "> Une citation. [^cnmc]\n\n## TVA {#vat}", 25, "## headings, paragraphs and lists only")]
    [InlineData("## Comment on paie {#payment}", "Avant tout. [^cnmc]\n\n## Comment on paie {#payment}", 19, "before the first ## heading")]
    [InlineData("## Comment on paie {#payment}", "## Livraison {#logistics}\n\n## Comment on paie {#payment}", 0, "the section \"logistics\" says nothing")]
    [InlineData("facts:", "questions: [{ section: customs, ask: [douane] }]\nfacts:", 15, "leads to the section \"customs\"")]
    [InlineData("facts:", "questions: [{ section: vat, ask: [] }]\nfacts:", 15, "\"ask\" is missing")]
    [InlineData("facts:", "scheme: { provider: x }\nfacts:", 15, "\"scheme\" does not belong")]
    public void ReasonAndLineAreReportedAndTheArticleAloneIsLeftOut(string old, string broken, int line, string reason)
    {
        using var corpus = TestCorpus.Standard();
        corpus.Edit("espagne", old, broken);

        var knowledge = corpus.Load();

        var problem = Assert.Single(knowledge.Problems, problem => problem.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(("espagne.md", line, ProblemSeverity.Error), (problem.File, problem.Line, problem.Severity));
        Assert.All(knowledge.Problems, other => Assert.Equal("espagne.md", other.File));
        Assert.Null(knowledge.Find("espagne"));
        Assert.Equal(8, knowledge.Articles.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Un texte sans rien d'autre.")]
    [InlineData("---\nid: vide\n")]
    [InlineData("---\n- une\n- liste\n---\n## TVA {#vat}\nTexte. [^x]\n")]
    [InlineData("---\n---\n")]
    [InlineData("---\nid: \u0000\u0001\n---\n")]
    public void FileThatIsNoArticleIsReported(string text)
    {
        using var corpus = TestCorpus.Standard();
        corpus.Write("vide", text);

        var knowledge = corpus.Load();

        Assert.NotEmpty(knowledge.Problems);
        Assert.All(knowledge.Problems, problem => Assert.Equal("vide.md", problem.File));
        Assert.Equal(9, knowledge.Articles.Count);
    }

    [Theory]
    [InlineData("assurance-prospection", "category: insurance", "category: lottery", "no category of scheme")]
    [InlineData("assurance-prospection", "headcountMax: 49", "headcountMax: beaucoup", "no number")]
    [InlineData("assurance-prospection", "excludesPurePlayers: true", "excludesPurePlayers: oui", "true or false")]
    [InlineData("assurance-prospection", "apply: https://www.bpifrance.fr/demande", "apply: bpifrance", "no http address")]
    [InlineData("assurance-prospection", "headcountMin: 1", "staffMin: 1", "has no \"staffMin\"")]
    [InlineData("zalando", "countries: [DE, ES, TR]", "countries: [Allemagne]", "no two-letter country code")]
    [InlineData("zalando", "marketplace: {", "story: {", "\"marketplace\" is missing")]
    [InlineData("bijoux-lumiere", "firm: Bijoux Lumière, ", "", "\"firm\" is missing")]
    public void DetailsOfAKindAreChecked(string id, string old, string broken, string reason)
    {
        using var corpus = TestCorpus.Standard();
        corpus.Edit(id, old, broken);

        var knowledge = corpus.Load();

        Assert.Contains(knowledge.Problems, problem => problem.File == id + ".md" && problem.Line > 1 && problem.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Null(knowledge.Find(id));
    }

    [Fact]
    public void SecondFileWithTheSameIdIsLeftOut()
    {
        using var corpus = TestCorpus.Standard();
        Directory.CreateDirectory(Path.Combine(corpus.Directory, "markets"));
        File.Copy(corpus.PathOf("espagne"), Path.Combine(corpus.Directory, "markets", "espagne.md"));

        var knowledge = corpus.Load();

        var problem = Assert.Single(knowledge.Problems);
        Assert.Equal("markets/espagne.md", problem.File);
        Assert.Equal(9, knowledge.Articles.Count);
    }

    [Fact]
    public async Task MissingFolderIsAProblemAndNoAnswer()
    {
        var corpus = TestCorpus.Standard();
        corpus.Dispose();

        var knowledge = corpus.Load();

        Assert.Contains("does not exist", Assert.Single(knowledge.Problems).Reason, StringComparison.Ordinal);
        Assert.IsType<NoAnswer>(await knowledge.AskAsync(new Question("taux de TVA en Espagne"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ProblemPrintsAsCompilersDo()
    {
        var problem = new ArticleProblem("markets/espagne.md", 12, "the key is missing", ProblemSeverity.Warning);

        Assert.Equal("markets/espagne.md:12: warning: the key is missing", problem.ToString());
    }
}
