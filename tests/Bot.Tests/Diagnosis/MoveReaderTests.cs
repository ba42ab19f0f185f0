using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

/// What a message means to a diagnosis under way.
public sealed class MoveReaderTests
{
    private const string SoFar =
        "activity=cosmetique headcount=20 region=bretagne customers=particuliers product=regle channels=mixed site=shop marketplaces=amazon export_experience=regular "
        + "export_markets=BE,CH";

    [Theory]
    [InlineData("en fait on est 12, pas 20", "headcount", "small")]
    [InlineData("non pas 20 mais 12", "headcount", "small")]
    [InlineData("je me suis trompé, on est 12 salariés", "headcount", "small")]
    [InlineData("corriger l'effectif : 12", "headcount", "small")]
    [InlineData("en fait on n'a pas de boutique en ligne, le site est un site vitrine", "site", "showcase")]
    [InlineData("je me suis trompé, nos clients sont des professionnels", "customers", "pros")]
    [InlineData("en fait on est en Normandie", "region", "normandie")]
    [InlineData("actually we sell on etsy", "marketplaces", "etsy")]
    public void CorrectionFindsTheAnswerItIsAbout(string said, string question, string choice)
    {
        var move = Read(said, asking: "target_markets") as Move.Revise;

        Assert.Equal(question, move?.Question.Id);
        Assert.Equal([choice], move!.Answer.Choices);
    }

    [Fact]
    public void AddingACountryKeepsTheOthers()
    {
        var move = Read("je me suis trompé, on vend aussi en Allemagne", asking: "localisation") as Move.Revise;

        Assert.Equal("export_markets", move?.Question.Id);
        Assert.Equal(["BE", "CH", "DE"], move!.Answer.Choices);
    }

    [Theory]
    [InlineData("corriger l'effectif", "headcount")]
    [InlineData("je veux changer la région", "region")]
    [InlineData("modifier le site internet", "site")]
    public void QuestionThatIsNamedIsAskedAgain(string said, string question)
    {
        var move = Read(said, asking: "target_markets");

        Assert.Equal(question, Assert.IsType<Move.Revisit>(move).Question.Id);
    }

    [Theory]
    [InlineData("corriger")]
    [InlineData("je me suis trompé")]
    public void BareWishToCorrectShowsTheAnswers(string said)
    {
        Assert.IsType<Move.ListAnswers>(Read(said, asking: "target_markets"));
    }

    [Theory]
    [InlineData("je me suis trompé, on est pure player")]
    [InlineData("je me suis trompé, on vend seulement en ligne")]
    public void OwnWordsOfAChoiceSayWhichAnswerIsTakenBack(string said)
    {
        var revised = Assert.IsType<Move.Revise>(Read(said, asking: "target_markets"));

        Assert.Equal("channels", revised.Question.Id);
    }

    [Fact]
    public void ChangingSomethingElseIsNoCorrection()
    {
        Assert.Null(Read("on veut changer de transporteur", asking: "target_markets"));
    }

    [Theory]
    [InlineData("c'est bien ça", typeof(Move.Keep))]
    [InlineData("oui", typeof(Move.Keep))]
    [InlineData("changer le site internet", typeof(Move.Revisit))]
    [InlineData("c'est quoi une place de marché ?", null)]
    public void ContradictionIsKeptOrSettledAndQuestionsPass(string said, Type? move)
    {
        var progress = Progress(null) with { Settling = "shop-unused" };

        var understood = MoveReader.Read(Sample.Questionnaire, progress, Sample.Say(said), Standing.Speaking);

        Assert.Equal(move, understood?.Move.GetType());
    }

    [Fact]
    public void WordsThatFitAnotherAnswerSettleNoContradiction()
    {
        var progress = Progress(null) with { Settling = "shop-unused" };

        Assert.Null(MoveReader.Read(Sample.Questionnaire, progress, Sample.Say("non rien que le magazin"), Standing.Speaking));
    }

    [Fact]
    public void CorrectionOfTheQuestionThatWaitsIsItsAnswer()
    {
        var move = Read("euh non en fait plutôt l'Espagne", asking: "target_markets");

        Assert.Equal(["ES"], Assert.IsType<Move.Reply>(move).Reading.Answer?.Choices ?? []);
    }

    [Fact]
    public void FigureOfAnotherUnitGoesToItsOwnQuestion()
    {
        var move = Read("on est 12 salariés", asking: "budget");

        Assert.Equal("headcount", Assert.IsType<Move.Revise>(move).Question.Id);
    }

    [Theory]
    [InlineData("budget", "c'est combien l'assurance prospection ?")]
    [InlineData("vat", "c'est quoi l'OSS ?")]
    [InlineData("target_markets", "quels droits de douane au Japon ?")]
    [InlineData("budget", "c'est quoi le taux de change ?")]
    [InlineData("marketing", "en fait c'est quoi une place de marché ?")]
    public void QuestionOfTheFirmsOwnIsLeftToWhoeverCanAnswer(string asking, string said)
    {
        var understood = Understand(said, asking, Standing.Speaking);

        Assert.True(understood is null || understood.Claim <= Claim.Weak);
    }

    [Theory]
    [InlineData("diagnosis:site:shop", "target_markets", typeof(Move.Revise))]
    [InlineData("diagnosis:target_markets:DE", "target_markets", typeof(Move.Take))]
    [InlineData("diagnosis:target_markets:done", "target_markets", typeof(Move.Done))]
    [InlineData("diagnosis:target_markets:unknown", "target_markets", typeof(Move.Reply))]
    [InlineData("diagnosis:payment:card", "target_markets", typeof(Move.Outdated))]
    [InlineData("diagnosis:gone:x", "target_markets", typeof(Move.Outdated))]
    [InlineData("diagnosis:site:castle", "target_markets", typeof(Move.Outdated))]
    [InlineData("diagnosis:change:site", "target_markets", typeof(Move.Revisit))]
    [InlineData("diagnosis:correct:8", "target_markets", typeof(Move.ListAnswers))]
    [InlineData("diagnosis:keep", "target_markets", typeof(Move.Keep))]
    public void ButtonMeansWhatItSaidHoweverLate(string value, string asking, Type move)
    {
        var message = Sample.Say("") with { ChoiceValue = value };

        var understood = MoveReader.Read(Sample.Questionnaire, Progress(asking), message, Standing.Speaking);

        Assert.IsType(move, understood?.Move);
        Assert.Equal(Claim.Certain, understood!.Claim);
    }

    [Fact]
    public void ButtonOfAnotherTopicIsNotOurs()
    {
        Assert.Null(MoveReader.Read(Sample.Questionnaire, Progress("site"), Sample.Say("oui") with { ChoiceValue = "person:no" }, Standing.Speaking));
    }

    [Fact]
    public void AnswerCountsLessWhileAnotherTopicSpeaks()
    {
        var speaking = Understand("Belgique", "target_markets", Standing.Speaking);
        var interrupted = Understand("Belgique", "target_markets", Standing.Interrupted);
        var aside = Understand("Belgique", "target_markets", Standing.Aside);

        Assert.Equal(Claim.Strong, speaking?.Claim);
        Assert.True(interrupted?.Claim < Claim.Likely);
        Assert.Null(aside);
    }

    [Fact]
    public void CorrectionIsTakenEvenWhenTheDiagnosisIsPutAside()
    {
        var understood = Understand("en fait on est 12, pas 20", null, Standing.Aside);

        Assert.IsType<Move.Revise>(understood?.Move);
        Assert.True(understood!.Claim >= Claim.Likely);
    }

    [Theory]
    [InlineData("c'est tout", typeof(Move.Done))]
    [InlineData("non", typeof(Move.Done))]
    [InlineData("pourquoi cette question ?", typeof(Move.Explain))]
    public void SomeWordsAreAboutTheQuestionItself(string said, Type move)
    {
        var progress = Progress("target_markets") with { Taken = ["BE"] };

        Assert.IsType(move, MoveReader.Read(Sample.Questionnaire, progress, Sample.Say(said), Standing.Speaking)?.Move);
    }

    private static DiagnosisProgress Progress(string? asking) => Sample.Progress(SoFar) with { Asking = asking, Asked = ["activity", "headcount"] };

    private static Understood? Understand(string said, string? asking, Standing standing) =>
        MoveReader.Read(Sample.Questionnaire, Progress(asking), Sample.Say(said), standing);

    private static Move? Read(string said, string asking) => Understand(said, asking, Standing.Speaking)?.Move;
}
