using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class InterviewTests
{
    private const string OnlineShop = "activity=maison headcount=20 region=bretagne customers=particuliers product=facile channels=mixed site=shop";

    [Fact]
    public void FirstQuestionIsTheFirstThatApplies()
    {
        var next = Interview.Next(Sample.Questionnaire, DiagnosisProgress.Empty);

        Assert.Equal("activity", next?.Id);
    }

    [Fact]
    public void CompanyNumberIsAskedFirstWhereItCanBeLookedUp()
    {
        var next = Interview.Next(Sample.Questionnaire, DiagnosisProgress.Empty with { LooksUp = true });

        Assert.Equal("company_number", next?.Id);
    }

    [Fact]
    public void AnswersDecideWhatIsAsked()
    {
        var shop = Interview.Next(Sample.Questionnaire, Sample.Progress(OnlineShop));
        var offline = Interview.Next(Sample.Questionnaire, Sample.Progress(OnlineShop.Replace("channels=mixed site=shop", "channels=offline site=none", StringComparison.Ordinal)));

        Assert.Equal("marketplaces", shop?.Id);
        Assert.Equal("export_experience", offline?.Id);
    }

    [Fact]
    public void ChangedAnswerDropsWhatNoLongerAppliesAndKeepsTheRest()
    {
        var progress = Sample.Progress(OnlineShop + " marketplaces=amazon export_experience=never target_markets=BE");

        var change = Interview.Record(Sample.Questionnaire, progress, Sample.Question("channels"), Answer.Of("offline"));

        Assert.Equal(["marketplaces"], change.NoLongerAsked.Select(question => question.Id));
        Assert.Empty(change.AskedAgain);
        Assert.Equal(20, change.Progress.Answers["headcount"].Number);
        Assert.Equal(["BE"], change.Progress.Answers["target_markets"].Choices);
    }

    [Fact]
    public void AnswerThatRestedOnTheChangedOneIsAskedAgain()
    {
        var progress = Sample.Progress(OnlineShop.Replace("mixed site=shop", "offline site=none", StringComparison.Ordinal)
            + " export_experience=never target_markets=BE market_reason=demandes");

        var change = Interview.Record(Sample.Questionnaire, progress, Sample.Question("target_markets"), Answer.Of("JP"));

        Assert.Equal(["market_reason"], change.AskedAgain.Select(question => question.Id));
        Assert.Equal("market_reason", Interview.Next(Sample.Questionnaire, change.Progress)?.Id);
    }

    [Fact]
    public void SameAnswerAgainChangesNothing()
    {
        var progress = Sample.Progress(OnlineShop + " marketplaces=amazon,etsy");

        var change = Interview.Record(Sample.Questionnaire, progress, Sample.Question("marketplaces"), Answer.Of("etsy", "amazon"));

        Assert.Empty(change.NoLongerAsked);
        Assert.Empty(change.AskedAgain);
        Assert.Equal(progress.Answers.Keys.Order(), change.Progress.Answers.Keys.Order());
    }

    [Fact]
    public void BackGoesThroughTheQuestionsAsTheyWereAsked()
    {
        var progress = DiagnosisProgress.Empty;
        foreach (var (id, answer) in new[] { ("activity", "maison"), ("headcount", "small"), ("region", "idf") })
        {
            progress = Interview.Record(Sample.Questionnaire, Interview.Ask(progress, Sample.Question(id)), Sample.Question(id), Answer.Of(answer)).Progress;
        }

        var customers = Interview.Ask(progress, Sample.Question("customers"));
        var region = Interview.Ask(customers, Interview.Previous(Sample.Questionnaire, customers));
        var headcount = Interview.Ask(region, Interview.Previous(Sample.Questionnaire, region));

        Assert.Equal("region", region.Asking);
        Assert.Equal("headcount", headcount.Asking);
        Assert.Equal("customers", Interview.Next(Sample.Questionnaire, headcount)?.Id);
    }

    [Fact]
    public void NothingLiesBeforeTheFirstQuestion()
    {
        var first = Interview.Ask(DiagnosisProgress.Empty, Sample.Question("activity"));

        Assert.Null(Interview.Previous(Sample.Questionnaire, first));
    }

    [Theory]
    [InlineData("channels=online_only site=none marketplaces=none", "online-nowhere")]
    [InlineData("channels=offline site=shop", "shop-unused")]
    [InlineData("headcount=1 people=dedicated", "alone-with-staff")]
    [InlineData("channels=mixed online_share=0", "online-share-zero")]
    [InlineData("activity=vin product=lourd", "no-rules-for-regulated")]
    [InlineData("people=dedicated obstacles=time,money", "time-but-full-time")]
    public void ContradictionIsSeenOnce(string answers, string contradiction)
    {
        var progress = Sample.Progress(answers);

        var first = Interview.Contradicted(Sample.Questionnaire, progress);
        var second = Interview.Contradicted(Sample.Questionnaire, progress with { PointedOut = [contradiction] });

        Assert.Equal(contradiction, first?.Id);
        Assert.Null(second);
    }

    [Fact]
    public void HalfAContradictionIsNone()
    {
        Assert.Null(Interview.Contradicted(Sample.Questionnaire, Sample.Progress("channels=online_only site=none")));
        Assert.Null(Interview.Contradicted(Sample.Questionnaire, Sample.Progress("channels=? site=shop marketplaces=none")));
    }
}
