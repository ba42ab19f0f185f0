using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

/// What owners type, read by the real reader against the real questionnaire.
public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("activity", "du savon et des crèmes", "cosmetique")]
    [InlineData("activity", "on est vignerons", "vin")]
    [InlineData("activity", "des confitures artisanales", "alimentation")]
    [InlineData("activity", "je fabrique des bijoux", "mode")]
    [InlineData("activity", "des pièces en métal pour l'aéronautique", "industrie")]
    [InlineData("activity", "we sell software", "services")]
    [InlineData("customers", "les deux", "both")]
    [InlineData("customers", "surtout des restaurateurs", "pros")]
    [InlineData("customers", "des particuliers", "particuliers")]
    [InlineData("channels", "uniquement sur internet", "online_only")]
    [InlineData("channels", "on vend en boutique", "offline")]
    [InlineData("channels", "pas en ligne", "offline")]
    [InlineData("site", "non", "none")]
    [InlineData("site", "pas encore", "none")]
    [InlineData("site", "juste une page facebook, que facebook", "none")]
    [InlineData("site", "un site vitrine", "showcase")]
    [InlineData("site", "oui sur shopify", "shop")]
    [InlineData("export_experience", "non jamais", "never")]
    [InlineData("export_experience", "oui de temps en temps", "sometimes")]
    [InlineData("export_experience", "toutes les semaines", "regular")]
    [InlineData("people", "moi le soir", "owner")]
    [InlineData("people", "une alternante", "part")]
    [InlineData("region", "33", "na")]
    [InlineData("region", "69003", "ara")]
    [InlineData("region", "97410", "reunion")]
    [InlineData("region", "je suis à Nantes", "pdl")]
    [InlineData("region", "dans le Finistère", "bretagne")]
    [InlineData("vat", "vaguement", "heard")]
    [InlineData("vat", "mon comptable s'en occupe", "yes")]
    [InlineData("legal_form", "auto-entrepreneur", "micro")]
    [InlineData("shipping", "aucune idée", "no")]
    public void OneChoiceIsFoundInTheOwnersWords(string question, string said, string choice)
    {
        var reading = AnswerReader.Read(Sample.Question(question), Sample.Say(said));

        Assert.Equal([choice], reading?.Answer?.Choices ?? []);
    }

    [Theory]
    [InlineData("marketplaces", "amazon et ebay", "amazon,ebay")]
    [InlineData("marketplaces", "aucune", "none")]
    [InlineData("marketing", "google et les réseaux sociaux", "google,social")]
    [InlineData("marketing", "rien du tout", "none")]
    [InlineData("site_languages", "français et anglais", "english")]
    [InlineData("site_languages", "que en français", "french")]
    [InlineData("obstacles", "le temps et la douane", "time,rules")]
    [InlineData("product", "fragiles et réglementés", "lourd,regle")]
    [InlineData("target_markets", "Belgique et Suisse", "BE,CH")]
    [InlineData("target_markets", "au japon et en Pologne", "JP,PL")]
    [InlineData("target_markets", "toute l'europe", "europe")]
    public void SeveralChoicesAreTakenAtOnce(string question, string said, string choices)
    {
        var reading = AnswerReader.Read(Sample.Question(question), Sample.Say(said));

        Assert.Equal(choices.Split(',').Order(), (reading?.Answer?.Choices ?? []).Order());
    }

    [Theory]
    [InlineData("headcount", "12", 12, "small")]
    [InlineData("headcount", "on est une douzaine", 12, "small")]
    [InlineData("headcount", "moi et ma femme, donc 2", 2, "micro")]
    [InlineData("headcount", "vingt et un salariés", 21, "small")]
    [InlineData("headcount", "entre 10 et 20", 15, "small")]
    [InlineData("headcount", "je suis seule", 1, "solo")]
    [InlineData("budget", "10 000 €", 10000, "low")]
    [InlineData("budget", "12k", 12000, "mid")]
    [InlineData("budget", "rien", 0, "zero")]
    [InlineData("budget", "cinq mille euros", 5000, "low")]
    [InlineData("online_share", "la moitié", 50, "much")]
    [InlineData("online_share", "30%", 30, "much")]
    [InlineData("online_share", "un quart", 25, "some")]
    public void FigureIsReadWithItsBand(string question, string said, int figure, string band)
    {
        var reading = AnswerReader.Read(Sample.Question(question), Sample.Say(said));

        Assert.Equal(figure, reading?.Answer?.Number);
        Assert.Equal([band], reading!.Answer!.Choices);
    }

    [Theory]
    [InlineData("headcount", "plus de 50", "medium")]
    [InlineData("headcount", "10 à 49", "small")]
    [InlineData("budget", "plus de 30 000 €", "high")]
    public void OpenFigureGivesAtLeastItsBand(string question, string said, string band)
    {
        var reading = AnswerReader.Read(Sample.Question(question), Sample.Say(said));

        Assert.Equal([band], reading?.Answer?.Choices ?? []);
    }

    [Theory]
    [InlineData("headcount", "0")]
    [InlineData("headcount", "250 000 000")]
    [InlineData("online_share", "150 %")]
    public void FigureOutOfRangeIsSaidToBeWrongRatherThanMissed(string question, string said)
    {
        var reading = AnswerReader.Read(Sample.Question(question), Sample.Say(said));

        Assert.Null(reading?.Answer);
        Assert.NotNull(reading?.Problem);
    }

    [Theory]
    [InlineData("je ne sais pas")]
    [InlineData("jsp")]
    [InlineData("passer")]
    [InlineData("I don't know")]
    public void NotKnowingAndSkippingWorkOnEveryQuestion(string said)
    {
        var message = Sample.Say(said);

        var readings = Sample.Questionnaire.Questions.Select(question => AnswerReader.Read(question, message)?.Answer).ToList();

        Assert.All(readings, answer => Assert.True(answer?.Unknown));
    }

    [Theory]
    [InlineData("headcount", "bonjour")]
    [InlineData("site", "🙂🙂🙂")]
    [InlineData("target_markets", "il fait beau")]
    [InlineData("budget", "")]
    [InlineData("region", "sur la lune")]
    public void WordsThatAreNoAnswerAreLeftAlone(string question, string said)
    {
        Assert.Null(AnswerReader.Read(Sample.Question(question), Sample.Say(said)));
    }

    [Theory]
    [InlineData("732 829 320", "732829320")]
    [InlineData("732 829 320 00074", "73282932000074")]
    public void CompanyNumberIsTakenWhenItsChecksumIsRight(string said, string number)
    {
        Assert.Equal(number, AnswerReader.Read(Sample.Question("company_number"), Sample.Say(said))?.Answer?.Text);
    }

    [Fact]
    public void MistypedCompanyNumberIsSaidToBeWrong()
    {
        var reading = AnswerReader.Read(Sample.Question("company_number"), Sample.Say("732 829 321"));

        Assert.Contains("SIREN", reading?.Problem?.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void ExactAnswerIsSurerThanOneInALongSentence()
    {
        var exact = AnswerReader.Read(Sample.Question("customers"), Sample.Say("Des particuliers"));
        var buried = AnswerReader.Read(Sample.Question("customers"), Sample.Say("ben en gros chez nous c'est quand même pas mal de restorateur du coin"));

        Assert.Equal(AnswerReader.Exact, exact?.Certainty);
        Assert.True(buried?.Certainty < exact?.Certainty);
    }
}
