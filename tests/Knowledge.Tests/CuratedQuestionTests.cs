using CroissanceConnectee.Knowledge.Tests.Support;

namespace CroissanceConnectee.Knowledge.Tests;

public sealed class CuratedQuestionTests : IDisposable
{
    private readonly TestCorpus corpus = TestCorpus.Standard();

    public CuratedQuestionTests() =>
        // A wording that shares no word with the section it leads to: only the table can answer it.
        corpus.Edit("espagne", "facts:", "questions: [{ section: returns, ask: [\"politique du satisfait ou remboursé espagnol\", \"machin truc muche bidule\"] }]\nfacts:");

    public void Dispose() => corpus.Dispose();

    [Theory]
    [InlineData("machin truc muche bidule")]
    [InlineData("Machin, truc ; MUCHE : bidule ?")]
    [InlineData("bidule muche machin")]
    [InlineData("machin muche bidulle")]
    [InlineData("bonjour, machin muche bidule svp")]
    [InlineData("machin muche bidule en Espagne")]
    [InlineData("politique du satisfait ou rembourse en espagne")]
    public async Task WordingTiedByHandLeadsToItsSection(string question)
    {
        var answer = (await AskAsync(question)).AsAnswer();

        Assert.Equal("espagne#returns-1", answer.Sentences[0].PassageId);
    }

    [Theory]
    [InlineData("machin muche bidule en Allemagne")]
    [InlineData("politique du satisfait ou remboursé")]
    [InlineData("politique du satisfait ou remboursé suisse")]
    [InlineData("machin muche")]
    [InlineData("machin muche bidule chouette")]
    public async Task OtherMarketOrOtherWordsAreAnotherQuestion(string question)
    {
        var result = await AskAsync(question);

        Assert.DoesNotContain((result as Answer)?.Sentences ?? [], sentence => sentence.ArticleId == "espagne");
    }

    [Fact]
    public async Task ShortWordMustBeTheVeryWord()
    {
        corpus.Edit("tva-oss", "\"comment s'inscrire à l'OSS\"", "\"formulaire obligatoire OSS\"");

        var ioss = await AskAsync("formulaire obligatoire IOSS");

        Assert.DoesNotContain((ioss as Answer)?.Sentences ?? [], sentence => sentence.Section == Themes.Steps);
    }

    private Task<AnswerResult> AskAsync(string text) => corpus.Load().AskAsync(new Question(text), TestContext.Current.CancellationToken);
}
