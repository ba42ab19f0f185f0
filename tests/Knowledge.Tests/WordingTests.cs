using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Knowledge.Tests;

public sealed class RealKnowledge
{
    public KnowledgeBase Base { get; } = new(Options.Create(new KnowledgeOptions()),
        new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)), NullLogger<KnowledgeBase>.Instance);
}

// The articles that ship, asked in words that none of them uses.
public class WordingTests(RealKnowledge knowledge) : IClassFixture<RealKnowledge>
{
    [Theory]
    [InlineData("ma cliente veut me renvoyer la robe, j'ai le droit de dire non ?", "retours")]
    [InlineData("mon client de Genève a dû payer des frais au facteur", "suisse", "tva-suisse", "incoterms")]
    public async Task QuestionGoesWhereOthersLikeItWent(string question, params string[] articles)
    {
        var answer = Assert.IsType<Answer>(await AskAsync(question));

        Assert.Contains(answer.Sentences[0].ArticleId, articles);
    }

    // The article on Spain says nothing of its own about translating, the wordings that all countries share do ask for it.
    [Fact]
    public async Task SectionThatACountryLacksIsMadeUpForByAnother() =>
        Assert.IsType<Answer>(await AskAsync("Is it fine to just run my product pages through Google Translate for Spain?", "en"));

    [Theory]
    [InlineData("comment savoir si elle m'aime encore")]
    [InlineData("écris-moi une chanson sur la douane")]
    public async Task WhatIsNoneOfOurBusinessIsNotAnswered(string question) => Assert.IsType<NoAnswer>(await AskAsync(question));

    [Theory]
    [InlineData("Which EU country has the highest VAT rate?", "en", "hongrie")]
    [InlineData("quel pays d'Europe a le taux de TVA le plus bas ?", "fr", "luxembourg")]
    public async Task MostAndLeastOfAllMarketsArePutInOrder(string question, string language, string first)
    {
        var answer = Assert.IsType<Answer>(await AskAsync(question, language));

        Assert.Equal((first, "vat.standard"), (answer.Facts[0].ArticleId, answer.Facts[0].Fact.Key));
        Assert.Equal(3, answer.Facts.Count);
    }

    [Fact]
    public async Task WhatElseMayBeMeantIsToldShortlyBesideTheAnswer()
    {
        var answer = Assert.IsType<Answer>(await AskAsync("Quand j'expédie à un client au Japon, est-ce que je facture la TVA française ?"));

        Assert.NotNull(answer.Otherwise);
        Assert.Equal(["eori-et-douane", "japon"], new[] { answer, answer.Otherwise }.Select(one => one.Sentences[0].ArticleId).Order());
        Assert.InRange(answer.Otherwise.Sentences.Count, 1, 2);
        Assert.DoesNotContain(answer.FurtherReading, subject => subject.ArticleId == answer.Otherwise.Sentences[0].ArticleId);
    }

    [Fact]
    public async Task MarketplaceThatIsNamedMayNotBeWhatTheQuestionIsAbout()
    {
        var answer = Assert.IsType<Answer>(await AskAsync("Je vends mes céramiques sur Etsy à des Anglais, c'est moi ou le site qui paie leur TVA ?"));

        Assert.Equal("etsy", answer.Sentences[0].ArticleId);
        Assert.Contains(answer.Otherwise!.Sentences[0].ArticleId, new[] { "tva-royaume-uni-135", "royaume-uni" });
    }

    [Fact]
    public async Task SentenceThatHangsInTheAirDoesNotComeFirst()
    {
        var answer = Assert.IsType<Answer>(await AskAsync("quel moteur de recherche en corée"));

        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Text.StartsWith("Baidu y ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Et Kaufland, ils prennent combien sur une vente ?", "fee.commission-max")]
    [InlineData("What budget should I plan for a year with a V.I.E volunteer somewhere in Europe?", "scheme.budget-europe-min")]
    public async Task FigureAskedForIsAmongThoseOfTheSection(string question, string fact)
    {
        var answer = Assert.IsType<Answer>(await AskAsync(question));

        Assert.Contains(answer.Facts, quoted => quoted.Fact.Key == fact);
    }

    private Task<AnswerResult> AskAsync(string question, string language = "fr") =>
        knowledge.Base.AskAsync(new Question(question, language), TestContext.Current.CancellationToken);
}
