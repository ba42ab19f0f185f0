using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class MessageReaderTests
{
    [Theory]
    [InlineData("c koi loss", "c est quoi l oss")]
    [InlineData("g 12 salarié", "j ai 12 salarie")]
    [InlineData("jveu parler a qqn", "je veux parler a quelqu un")]
    [InlineData("500 g de miel", "500 g de miel")]
    [InlineData("A et C", "a et c")]
    [InlineData("12k€", "12 k euros")]
    [InlineData("I.O.S.S. et T.V.A.", "ioss et tva")]
    [InlineData("Œuvre d’été", "oeuvre d ete")]
    [InlineData("lassurance prospection", "l assurance prospection")]
    public void ShorthandIsWrittenOut(string said, string folded)
    {
        var message = Notation.Read(said);

        Assert.Equal(folded, message.Folded);
        Assert.Equal(folded.Split(' '), message.Words);
    }

    [Theory]
    [InlineData("on vise l'alemagne et la belgic", "DE,BE", "")]
    [InlineData("pas la Suisse, la Belgique", "BE", "CH")]
    [InlineData("partout en Europe sauf l'Italie", "", "IT")]
    [InlineData("on ne vend pas en Suisse", "", "CH")]
    [InlineData("pourquoi pas la Suisse", "CH", "")]
    [InlineData("je suis dans le Jura", "", "")]
    public void MarketsAreTakenUpOrLeftOut(string said, string markets, string excluded)
    {
        var message = Notation.Read(said);

        Assert.Equal(markets, string.Join(',', message.Markets));
        Assert.Equal(excluded, string.Join(',', message.ExcludedMarkets));
    }

    [Theory]
    [InlineData("bonjour je voudrais vendre en ligne", Language.French)]
    [InlineData("hello i would like to sell online", Language.English)]
    [InlineData("adviser please", Language.English)]
    [InlineData("oui", Language.French)]
    [InlineData("ok", null)]
    [InlineData("12", null)]
    [InlineData("stop", null)]
    [InlineData("amazon", null)]
    public void LanguageIsToldOnlyWhenSure(string said, Language? language)
    {
        var message = Notation.Read(said);

        Assert.Equal(language, message.Language);
    }

    [Theory]
    [InlineData("droits de douane au Japon", true, true)]
    [InlineData("la douane et la livraison", true, true)]
    [InlineData("c'est quoi la douane", true, false)]
    [InlineData("on connaît bien la douane", false, false)]
    [InlineData("vins et spiritueux", false, false)]
    public void NounPhraseOnOurSubjectsIsAQuestionThatMayBeAnAnswer(string said, bool question, bool elliptical)
    {
        var message = Notation.Read(said);

        Assert.Equal(question, message.IsQuestion);
        Assert.Equal(elliptical, message.IsElliptical);
    }

    [Theory]
    [InlineData("oui, 10 % du chiffre d'affaires", Stance.Yes)]
    [InlineData("euh non mais on y pense en Italie", Stance.No)]
    [InlineData("un site vitrine", null)]
    public void YesOrNoThatOpensALongerAnswerIsKept(string said, Stance? opening)
    {
        var message = Notation.Read(said);

        Assert.Equal(opening, message.OpensWith);
        Assert.Null(message.Stance);
    }

    [Fact]
    public void ChoiceMeansItsValueAndNothingIsGuessedFromItsLabel()
    {
        var message = new MessageReader().Read(new Chose("person:ask", "Parler à un conseiller"), ConversationState.New);

        Assert.Equal("person:ask", message.ChoiceValue);
        Assert.Equal("parler a un conseiller", message.Folded);
        Assert.False(message.WantsPerson);
        Assert.Null(message.Command);
    }

    [Fact]
    public void PartsHaveNoPartsOfTheirOwn()
    {
        var message = Notation.Read("je veux faire le diagnostic mais d'abord les droits de douane au Japon ?");

        Assert.Equal(["JP"], message.Parts[0].Markets);
        Assert.True(message.Parts[1].WantsDiagnosis);
        Assert.All(message.Parts, part => Assert.Empty(part.Parts));
    }

    [Fact]
    public void ThreeThingsInOneMessageAreThreeParts()
    {
        var message = Notation.Read("on est 12. c'est quoi l'OSS ? et je voudrais parler à un conseiller");

        Assert.Equal("12 people ; question ; person", Notation.Parts(message));
    }
}
