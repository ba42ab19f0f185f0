using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public class MarketAnswerTests(StandardKnowledge knowledge) : IClassFixture<StandardKnowledge>
{
    [Theory]
    [InlineData("taux de TVA en Espagne", "espagne", "21\u00a0%")]
    [InlineData("quel est le taux de TVA espagnol ?", "espagne", "21\u00a0%")]
    [InlineData("tva espagne", "espagne", "21\u00a0%")]
    [InlineData("T.V.A. en ESPAGNE", "espagne", "21\u00a0%")]
    [InlineData("taux tva allemange", "allemagne", "19\u00a0%")]
    [InlineData("taux de tva outre-Rhin", "allemagne", "19\u00a0%")]
    [InlineData("taux de TVA à Zurich", "suisse", "8,1\u00a0%")]
    public async Task RateIsQuotedExactlyWithItsDateAndSource(string question, string article, string value)
    {
        var answer = await knowledge.AnswerAsync(question);

        var standard = answer.Facts[0];
        Assert.Equal((article, "vat.standard", value), (standard.ArticleId, standard.Fact.Key, standard.Fact.Display("fr")));
        Assert.Equal(FactValidity.Current, standard.Validity);
        Assert.StartsWith("https://", standard.Fact.Source.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.All(answer.Sentences, sentence => Assert.Equal(article, sentence.ArticleId));
        Assert.Equal(Themes.Vat, answer.Theme);
    }

    [Fact]
    public async Task SentenceOfAnAnswerCarriesItsPassageAndItsSources()
    {
        var answer = await knowledge.AnswerAsync("comment paient les Allemands ?");

        var first = answer.Sentences[0];
        Assert.Equal("PayPal est le premier moyen de paiement en Allemagne, avec 28,5 % des achats.", first.Text);
        Assert.Equal(("allemagne#payment-1", "allemagne", Themes.Payment, "fr"), (first.PassageId, first.ArticleId, first.Section, first.Language));
        Assert.Equal("ehi", Assert.Single(first.Sources).Id);
        Assert.Equal(["DE"], answer.Markets);
        Assert.InRange(answer.Sentences.Count, 2, 3);
    }

    [Fact]
    public async Task EverySentenceStandsWordForWordInItsPassage()
    {
        foreach (var text in new[] { "paiement Allemagne", "retours en Allemagne", "droits de douane Suisse", "c'est quoi l'OSS", "paiement Espagne" })
        {
            var answer = await knowledge.AnswerAsync(text);

            Assert.All(answer.Sentences, sentence => Assert.Contains(sentence.Text, knowledge.Base.Find(sentence.ArticleId)!.Sections
                .SelectMany(section => section.Passages).Single(passage => passage.Id == sentence.PassageId).Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task FactThatASentenceStatesComesWithIt()
    {
        var answer = await knowledge.AnswerAsync("moyens de paiement en Allemagne");

        Assert.Contains(answer.Facts, fact => fact.Fact.Key == "payment.top-share");
    }

    [Theory]
    [InlineData("moyens de paiement en Espagne", "espagne#payment")]
    [InlineData("moyens de paiement en Allemagne", "allemagne#payment")]
    [InlineData("les retours en Espagne", "espagne#returns")]
    [InlineData("combien de retours en Allemagne", "allemagne#returns")]
    [InlineData("frais de douane pour la Suisse", "suisse#customs")]
    [InlineData("paimeents en espagne", "espagne#payment")]
    [InlineData("cmt paye t on en alemagne", "allemagne#payment")]
    [InlineData("MOYENS DE PAIEMENT DES CLIENTS ESPAGNOLS !!!", "espagne#payment")]
    [InlineData("retour colis allemange", "allemagne#returns")]
    public async Task QuestionAboutAMarketIsAnsweredFromItsOwnSection(string question, string section)
    {
        var answer = await knowledge.AnswerAsync(question);

        Assert.All(answer.Sentences, sentence => Assert.StartsWith(section, sentence.PassageId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("taux de TVA au Japon")]
    [InlineData("moyens de paiement au Brésil")]
    [InlineData("quels droits de douane pour le Japon ?")]
    [InlineData("retours aux États-Unis")]
    [InlineData("parlez-moi de l'Inde")]
    public async Task MarketWithoutArticleGetsNoAnswerOfAnotherMarket(string question)
    {
        var none = await knowledge.NoAnswerAsync(question);

        Assert.Equal(NoAnswerReason.MarketNotCovered, none.Reason);
        Assert.DoesNotContain(none.NearSubjects, subject => knowledge.Base.Find(subject.ArticleId)!.Kind == ArticleKind.Market);
    }

    [Fact]
    public async Task GeneralAdviceLeavesOutItsExamplesFromElsewhere()
    {
        var answer = await knowledge.AnswerAsync("combien coûte le renvoi d'un produit et les retours", market: "CH");

        Assert.All(answer.Sentences, sentence => Assert.DoesNotContain("Allemagne", sentence.Text, StringComparison.Ordinal));
        Assert.Contains(answer.Sentences, sentence => sentence.PassageId == "retours#amount-1");
    }

    [Theory]
    [InlineData("quel est le taux de TVA ?")]
    [InlineData("taux normal de TVA")]
    public async Task QuestionWhoseAnswerDependsOnTheMarketAsksForIt(string question)
    {
        var none = await knowledge.NoAnswerAsync(question);

        Assert.Equal(NoAnswerReason.MarketNeeded, none.Reason);
        Assert.InRange(none.NearSubjects.Count, 2, 3);
        Assert.All(none.NearSubjects, subject => Assert.Equal(Themes.Vat, subject.Section));
    }

    [Fact]
    public async Task WordThatOneMarketOnlyUsesNeedsNoMarket()
    {
        var answer = await knowledge.AnswerAsync("faut-il s'inscrire au registre LUCID ?");

        Assert.Equal(["DE"], answer.Markets);
        Assert.Equal("allemagne#legal-1", answer.Sentences[0].PassageId);
    }

    [Fact]
    public async Task MarketAloneIsIntroducedByItsSummary()
    {
        var answer = await knowledge.AnswerAsync("parlez-moi de l'Allemagne");

        Assert.Equal("allemagne#summary-1", answer.Sentences[0].PassageId);
        Assert.Equal("L'Allemagne compte 83,5 millions d'habitants.", answer.Sentences[0].Text);
        Assert.Equal(["bzst", "destatis"], answer.Sentences[0].Sources.Select(source => source.Id).Order());
    }

    [Fact]
    public async Task TwoMarketsAreAnsweredSideBySide()
    {
        var answer = await knowledge.AnswerAsync("taux de TVA en Espagne et en Allemagne ?");

        Assert.Equal(["ES", "DE"], answer.Markets);
        Assert.Equal(["21\u00a0%", "19\u00a0%"], answer.Facts.Where(fact => fact.Fact.Key == "vat.standard").Select(fact => fact.Fact.Display("fr")));
        Assert.Equal(["espagne", "allemagne"], answer.Sentences.Select(sentence => sentence.ArticleId).Distinct());
        Assert.Empty(answer.UnansweredMarkets);
    }

    [Fact]
    public async Task MarketThatCannotBeAnsweredIsNamedBesideTheOthers()
    {
        var answer = await knowledge.AnswerAsync("taux de TVA en Espagne et au Japon ?");
        var none = await knowledge.NoAnswerAsync("taux de TVA au Japon et au Brésil ?");

        Assert.Equal(["JP"], answer.UnansweredMarkets);
        Assert.All(answer.Sentences, sentence => Assert.Equal("espagne", sentence.ArticleId));
        Assert.Equal(["JP", "BR"], none.Markets);
    }

    [Fact]
    public async Task EveryVisitorSellsFromFrance()
    {
        var answer = await knowledge.AnswerAsync("taux de TVA pour une entreprise française qui vend de la France vers l'Espagne");
        var oss = await knowledge.AnswerAsync("comment s'inscrire à l'OSS en France");
        var home = await knowledge.AskAsync("moyens de paiement en France");

        Assert.Equal(["ES"], answer.Markets);
        Assert.Equal("tva-oss", oss.Sentences[0].ArticleId);
        Assert.DoesNotContain((home as Answer)?.Sentences ?? [], sentence => knowledge.Base.Find(sentence.ArticleId)!.Kind == ArticleKind.Market);
    }
}
