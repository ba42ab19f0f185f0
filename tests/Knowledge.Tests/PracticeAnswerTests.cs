using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public class PracticeAnswerTests(StandardKnowledge knowledge) : IClassFixture<StandardKnowledge>
{
    [Theory]
    [InlineData("c'est quoi l'OSS ?", "tva-oss#definition-1")]
    [InlineData("C EST QUOI OSS", "tva-oss#definition-1")]
    [InlineData("cest quoi loss", "tva-oss#definition-1")]
    [InlineData("c'est quio l'O.S.S.", "tva-oss#definition-1")]
    [InlineData("c'est quoi l'IOSS ?", "tva-ioss#definition-1")]
    [InlineData("c koi l'ioss", "tva-ioss#definition-1")]
    [InlineData("kesako I.O.S.S.", "tva-ioss#definition-1")]
    public async Task AcronymIsNeverTakenForItsNeighbour(string question, string passage)
    {
        var answer = await knowledge.AnswerAsync(question);

        Assert.Equal(passage, answer.Sentences[0].PassageId);
    }

    [Theory]
    [InlineData("comment s'inscrire à l'OSS")]
    [InlineData("coment sinscrire a loss")]
    [InlineData("les démarches pour l'inscription au guichet unique")]
    public async Task StepsAreReadFromTheFirstOne(string question)
    {
        var answer = await knowledge.AnswerAsync(question);

        Assert.Equal(["tva-oss#steps-1", "tva-oss#steps-2", "tva-oss#steps-3"], answer.Sentences.Select(sentence => sentence.PassageId));
    }

    [Theory]
    [InlineData("qui a droit à l'assurance prospection ?", "assurance-prospection#eligibility-1")]
    [InlineData("assurance prospection montant", "assurance-prospection#amount-1")]
    [InlineData("comment demander l'assurance prospection", "assurance-prospection#apply-1")]
    [InlineData("c'est quoi l'assurance prospection", "assurance-prospection#definition-1")]
    [InlineData("assurence prospeccion combien", "assurance-prospection#amount-1")]
    public async Task WayOfAskingLeadsToTheSection(string question, string passage)
    {
        var answer = await knowledge.AnswerAsync(question);

        Assert.Equal(passage, answer.Sentences[0].PassageId);
    }

    [Fact]
    public async Task FactOfASchemeOrMarketplaceAnswersWhenItIsCalledByName()
    {
        var commission = await knowledge.AnswerAsync("quelle commission prend Zalando ?");

        Assert.Equal(["fee.commission-min", "fee.commission-max"], commission.Facts.Select(fact => fact.Fact.Key));
        Assert.Equal("zalando#amount-1", commission.Sentences[0].PassageId);
    }

    [Fact]
    public async Task FactOfTheFutureIsMarkedUpcoming()
    {
        var answer = await knowledge.AnswerAsync("date d'extension du guichet OSS aux stocks");

        Assert.Equal(FactValidity.Upcoming, Assert.Single(answer.Facts, fact => fact.Fact.Key == "vat.oss-extension").Validity);
    }

    [Fact]
    public async Task StoryIsToldToWhoAsksForAnExample()
    {
        var asked = await knowledge.AnswerAsync("un exemple d'entreprise de bijoux qui vend à l'étranger");
        var returns = await knowledge.AskAsync("qui paie le retour des clients suisses ?", market: "CH");

        Assert.Equal("bijoux-lumiere", asked.Sentences[0].ArticleId);
        Assert.DoesNotContain((returns as Answer)?.Sentences ?? [], sentence => sentence.ArticleId == "bijoux-lumiere");
    }

    [Fact]
    public async Task FurtherReadingNamesOtherArticlesOnly()
    {
        var answer = await knowledge.AnswerAsync("quelle TVA du pays du client s'applique en Europe");

        Assert.Equal("tva-oss", answer.Sentences[0].ArticleId);
        Assert.InRange(answer.FurtherReading.Count, 0, 3);
        Assert.DoesNotContain(answer.FurtherReading, subject => subject.ArticleId == "tva-oss");
    }

    [Theory]
    [InlineData("what is the One Stop Shop", "tva-oss")]
    [InlineData("what is the OSS?", "tva-oss")]
    [InlineData("Bpifrance prospecting insurance", "assurance-prospection")]
    public async Task EnglishQuestionFindsTheFrenchArticle(string question, string article)
    {
        var answer = await knowledge.AnswerAsync(question, "en");

        Assert.Equal(article, answer.Sentences[0].ArticleId);
    }

    [Fact]
    public async Task EnglishAnswerQuotesFrenchSentencesAsSuch()
    {
        var answer = await knowledge.AnswerAsync("how do Germans pay?", "en");

        Assert.Equal(("fr", "allemagne#payment-1"), (answer.Sentences[0].Language, answer.Sentences[0].PassageId));
        Assert.Equal("PayPal share of purchases in Germany", answer.Facts[0].Fact.Label.In("en"));
    }

    [Fact]
    public async Task EnglishSummaryAnswersWhatItSays()
    {
        var answer = await knowledge.AnswerAsync("small imported parcels", "en");
        var germany = await knowledge.AnswerAsync("tell me about Germany", "en");

        Assert.Equal(("en", "tva-ioss#summary-1"), (answer.Sentences[0].Language, answer.Sentences[0].PassageId));
        Assert.Equal("Germany has 83.5 million people.", germany.Sentences[0].Text);
    }

    [Fact]
    public async Task FrenchQuestionIsNeverAnsweredInEnglish()
    {
        var answer = await knowledge.AskAsync("small imported parcels");

        Assert.DoesNotContain((answer as Answer)?.Sentences ?? [], sentence => sentence.Language == "en");
    }
}
