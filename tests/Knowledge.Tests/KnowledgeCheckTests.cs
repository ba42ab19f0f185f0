using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public sealed class KnowledgeCheckTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly TestCorpus corpus = TestCorpus.Standard();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void WhatIsPastItsDateIsWarnedAbout()
    {
        var problems = KnowledgeCheck.Run(corpus.Directory, Today);

        Assert.All(problems, problem => Assert.Equal(("suisse.md", ProblemSeverity.Warning), (problem.File, problem.Severity)));
        Assert.Equal(
            [(0, "the article was to be read again by 2026-06-30"), (17, "the fact \"vat.standard\" expired on 2023-12-31"), (18, "the fact \"customs.gift-limit\" expired on 2025-12-31")],
            problems.Select(problem => (problem.Line, problem.Reason)));
    }

    [Fact]
    public void FactPastItsReviewIsWarnedAboutFromTheNextDay()
    {
        Assert.DoesNotContain(KnowledgeCheck.Run(corpus.Directory, new DateOnly(2027, 2, 1)), problem => problem.File == "zalando.md");

        var problems = KnowledgeCheck.Run(corpus.Directory, new DateOnly(2027, 2, 2));

        Assert.Equal(2, problems.Count(problem => problem.File == "zalando.md" && problem.Reason.Contains("to be checked by 2027-02-01", StringComparison.Ordinal)));
    }

    [Fact]
    public void WordingThatLeadsToTwoSectionsIsAnError()
    {
        const string Twice = "questions:\n  - { section: vat, ask: [\"Combien de taxe là-bas ?\"] }\n---\n## ";
        corpus.Edit("suisse", "---\n## ", Twice);
        corpus.Edit("espagne", "---\n## ", Twice);

        Assert.Contains(Errors(), error => error.Reason.Contains("\"combien de taxe la-bas ?\" is tied to", StringComparison.Ordinal));
    }

    [Fact]
    public void SameFactTwiceAndTwoValuesOfOneDayAreErrors()
    {
        const string Rate = "  - { key: vat.standard, label: { fr: Taux normal de TVA en Espagne, en: Standard VAT rate in Spain }, value: 21, unit: \"%\", asOf: 2026-03-01, reviewBy: 2027-06-30, source: aeat }\n";
        corpus.Edit("espagne", Rate, Rate + Rate);
        corpus.Edit("allemagne", "facts:\n", "facts:\n  - { key: population, label: { fr: Population de l'Allemagne, en: Population }, value: 84000000, unit: habitants, asOf: 2025-12-31, reviewBy: 2027-06-30, source: destatis }\n");

        var errors = Errors();

        Assert.Equal(2, errors.Count);
        Assert.Equal(("allemagne.md", 19), (errors[0].File, errors[0].Line));
        Assert.StartsWith("the fact \"population\" has several values on 2025-12-31", errors[0].Reason, StringComparison.Ordinal);
        Assert.Equal(("espagne.md", 17, "the fact \"vat.standard\" is there twice"), (errors[1].File, errors[1].Line, errors[1].Reason));
    }

    [Fact]
    public void TwoSourcesMayDisagreeAtTwoDates()
    {
        corpus.Edit("allemagne", "facts:\n", "facts:\n  - { key: population, label: { fr: Population de l'Allemagne, en: Population }, value: 84000000, unit: habitants, asOf: 2024-12-31, reviewBy: 2027-06-30, source: ehi }\n");

        Assert.Empty(Errors());
    }

    [Theory]
    [InlineData("tva-oss", true)]
    [InlineData("tva-oss#steps", true)]
    [InlineData("#payment", true)]
    [InlineData("https://www.impots.gouv.fr", true)]
    [InlineData("tva-oss#customs", false)]
    [InlineData("tva-belge", false)]
    [InlineData("#customs", false)]
    public void LinksInsideTheBaseMustLeadSomewhere(string target, bool leadsSomewhere)
    {
        corpus.Edit("espagne", "Les Espagnols retournent peu", $"Les [Espagnols]({target}) retournent peu");

        var errors = Errors();

        Assert.Equal(leadsSomewhere, errors.Count == 0);
        Assert.All(errors, error => Assert.Equal(("espagne.md", 23, $"the link to \"{target}\" leads nowhere"), (error.File, error.Line, error.Reason)));
    }

    [Fact]
    public void ReadingProblemsAreAmongTheFindings()
    {
        corpus.Edit("espagne", "kind: market", "kind: country");

        Assert.Equal("espagne.md", Assert.Single(Errors()).File);
    }

    private List<ArticleProblem> Errors() =>
        [.. KnowledgeCheck.Run(corpus.Directory, Today).Where(problem => problem.Severity == ProblemSeverity.Error)];
}
