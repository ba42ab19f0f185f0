using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public class ArticleTests(StandardKnowledge knowledge) : IClassFixture<StandardKnowledge>
{
    [Fact]
    public void EveryArticleOfTheFolderIsServed()
    {
        Assert.Empty(knowledge.Base.Problems);
        Assert.Equal(
            ["allemagne", "assurance-prospection", "bijoux-lumiere", "espagne", "retours", "suisse", "tva-ioss", "tva-oss", "zalando"],
            knowledge.Base.Articles.Select(article => article.Id));
        Assert.Null(knowledge.Base.Find("atlantide"));
    }

    [Fact]
    public void FrontMatterBecomesTypedValues()
    {
        var germany = knowledge.Base.Find("allemagne")!;

        Assert.Equal(ArticleKind.Market, germany.Kind);
        Assert.Equal("Selling online in Germany", germany.Title.In("en"));
        Assert.Equal("Vendre en ligne en Allemagne", germany.Title.In("de"));
        Assert.Equal(["DE"], germany.Markets);
        Assert.Equal([Themes.Figures, Themes.Payment, Themes.Returns, Themes.Vat, Themes.Legal], germany.Themes);
        Assert.Equal(new DateOnly(2027, 6, 30), germany.ReviewBy);
        Assert.Equal(new Source("bzst", "BZSt, taux de TVA", new Uri("https://www.bzst.de/tva"), new DateOnly(2026, 5, 12)), germany.Sources[1]);
        Assert.Equal(["LUCID c'est quoi", "German packaging register"], Assert.Single(germany.Questions).Ask);
    }

    [Fact]
    public void FactsAreNumbersOrTexts()
    {
        var share = knowledge.Base.Find("allemagne")!.Facts.Single(fact => fact.Key == "payment.top-share");
        var extension = knowledge.Base.Find("tva-oss")!.Facts.Single(fact => fact.Key == "vat.oss-extension");

        Assert.Equal((28.5m, null, "%"), (share.Number, share.Text, share.Unit));
        Assert.Equal("ehi", share.Source.Id);
        Assert.Equal((null, "1er juillet 2028"), (extension.Number, extension.Text));
    }

    [Fact]
    public void BodyIsCutIntoPassagesWithTheirSources()
    {
        var payment = knowledge.Base.Find("allemagne")!.Sections.Single(section => section.Anchor == Themes.Payment);

        Assert.Equal("Comment on paie", payment.Title);
        Assert.Equal(["allemagne#payment-1", "allemagne#payment-2"], payment.Passages.Select(passage => passage.Id));
        Assert.Equal("Une boutique qui n'accepte que la carte perd des clients allemands.", payment.Passages[1].Text);
        Assert.Equal("ehi", Assert.Single(payment.Passages[1].Sources).Id);
    }

    [Fact]
    public void ListItemsArePassagesOfTheirOwnForm()
    {
        Assert.All(Section("tva-oss", Themes.Steps).Passages, passage => Assert.Equal(PassageForm.Step, passage.Form));
        Assert.All(Section("bijoux-lumiere", Themes.How).Passages, passage => Assert.Equal(PassageForm.Bullet, passage.Form));
        Assert.All(Section("allemagne", Themes.Vat).Passages, passage => Assert.Equal(PassageForm.Paragraph, passage.Form));
    }

    [Fact]
    public void PassageIsPlainTextWhateverItsMarkup()
    {
        using var corpus = TestCorpus.Standard();
        corpus.Edit("espagne", "Les Espagnols retournent peu : environ un achat sur dix.",
            "Les **Espagnols** retournent\n_peu_ ([étude](https://www.cnmc.es), `10` %) &amp; vite <b>. [^aeat]");

        var passage = corpus.Load().Find("espagne")!.Sections.Single(section => section.Anchor == Themes.Returns).Passages[0];

        Assert.Equal("Les Espagnols retournent peu (étude, 10 %) & vite <b>.", passage.Text);
        Assert.Equal(["aeat", "cnmc"], passage.Sources.Select(source => source.Id));
    }

    [Fact]
    public void DetailsBelongToTheirKind()
    {
        var scheme = knowledge.Base.Find("assurance-prospection")!.Scheme!;
        var marketplace = knowledge.Base.Find("zalando")!.Marketplace!;
        var story = knowledge.Base.Find("bijoux-lumiere")!.Story!;

        Assert.Equal(("Bpifrance", "insurance", new Uri("https://www.bpifrance.fr/demande")), (scheme.Provider, scheme.Category, scheme.Apply));
        Assert.Equal(new SchemeAmount(null, null, "€", 65), scheme.Amount);
        Assert.Equal((1, 49, 500_000_000m, true), (scheme.Conditions.HeadcountMin, scheme.Conditions.HeadcountMax, scheme.Conditions.TurnoverMax, scheme.Conditions.ExcludesPurePlayers));
        Assert.Equal(["BRE"], scheme.Conditions.Regions);
        Assert.Equal(["mode"], scheme.Conditions.Sectors);
        Assert.Equal(["DE", "ES", "TR"], marketplace.Countries);
        Assert.Equal(("Bijoux Lumière", "ARA"), (story.Firm, story.Region));
        Assert.Null(knowledge.Base.Find("allemagne")!.Scheme);
    }

    private Section Section(string id, string anchor) => knowledge.Base.Find(id)!.Sections.Single(section => section.Anchor == anchor);
}
