using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class AnswerWordingTests
{
    [Theory]
    [InlineData("headcount=12", "12 personnes", "12 people")]
    [InlineData("headcount=1", "1 personne", "1 person")]
    [InlineData("headcount=small", "10 à 49", "10 to 49")]
    [InlineData("budget=10000", "10 000 €", "€10,000")]
    [InlineData("online_share=30", "30 %", "30%")]
    [InlineData("target_markets=DE,BE,JP", "Allemagne, Belgique et Japon", "Germany, Belgium and Japan")]
    [InlineData("site=shop", "Une boutique en ligne", "An online shop")]
    [InlineData("site=?", "Pas de réponse", "No answer")]
    public void AnswerIsShownInBothLanguages(string answer, string french, string english)
    {
        var (question, given) = Read(answer);

        var shown = AnswerWording.Shown(question, given);

        Assert.Equal((french, english), (shown.Fr.Plain(), shown.En));
    }

    [Theory]
    [InlineData("headcount=12", "vous êtes 12 personnes")]
    [InlineData("headcount=1", "vous travaillez seul")]
    [InlineData("headcount=small", "vous êtes entre 10 et 49")]
    [InlineData("budget=0", "vous n'avez pas de budget pour l'instant")]
    [InlineData("budget=?", "vous ne connaissez pas encore votre budget")]
    [InlineData("marketplaces=none", "vous ne vendez sur aucune place de marché")]
    [InlineData("marketplaces=amazon,ebay", "vous vendez sur Amazon et eBay")]
    [InlineData("marketing=social,email", "vous vous faites connaître par : réseaux sociaux et e-mails aux clients")]
    [InlineData("target_markets=DE", "vous visez ces pays : Allemagne")]
    public void AnswerIsAClauseToGiveReasonsWith(string answer, string french)
    {
        var (question, given) = Read(answer);

        Assert.Equal(french, AnswerWording.Said(question, given).Fr.Plain());
    }

    [Fact]
    public void ListsEndOnAnd()
    {
        Wording[] items = [new("a", "x"), new("b", "y"), new("c", "z")];

        Assert.Equal(new Wording("a, b et c", "x, y and z"), Wording.Join(items));
        Assert.Equal(new Wording("a", "x"), Wording.Join(items[..1]));
        Assert.Equal(Wording.Empty, Wording.Join([]));
    }

    [Fact]
    public void ValuesFollowTheLanguageOfTheText()
    {
        var text = new Wording("{0:N0} pour {1}", "{0:N0} for {1}").Format(12345, new Wording("vous", "you"));

        Assert.Equal("12 345 pour vous", text.In(Language.French).Plain());
        Assert.Equal("12,345 for you", text.In(Language.English));
    }

    private static (Question Question, Answer Answer) Read(string answer)
    {
        var (id, given) = Sample.Progress(answer).Answers.Single();
        return (Sample.Question(id), given);
    }
}
