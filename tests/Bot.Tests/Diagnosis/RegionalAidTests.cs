using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class RegionalAidTests
{
    [Theory]
    [InlineData("headcount=12 channels=mixed budget=10000", AidOutcome.Eligible, 5000, 5000)]
    [InlineData("headcount=12 channels=mixed budget=2000", AidOutcome.Eligible, 1000, 1000)]
    [InlineData("headcount=12 channels=offline budget=30000", AidOutcome.Eligible, 15000, 15000)]
    [InlineData("headcount=12 channels=offline budget=80000", AidOutcome.Eligible, 15000, 15000)]
    [InlineData("headcount=49 channels=mixed budget=low", AidOutcome.Eligible, 1000, 5000)]
    [InlineData("headcount=small channels=mixed budget=high", AidOutcome.Eligible, 15000, 15000)]
    [InlineData("headcount=50 channels=mixed budget=10000", AidOutcome.ToVerify, 5000, 5000)]
    [InlineData("headcount=? channels=mixed budget=10000", AidOutcome.ToVerify, 5000, 5000)]
    [InlineData("headcount=12 channels=? budget=10000", AidOutcome.ToVerify, 5000, 5000)]
    [InlineData("headcount=12 channels=mixed budget=?", AidOutcome.ToVerify, null, null)]
    [InlineData("", AidOutcome.ToVerify, null, null)]
    [InlineData("headcount=12 channels=mixed budget=1999", AidOutcome.NotEligible, null, null)]
    [InlineData("headcount=12 channels=mixed budget=0", AidOutcome.NotEligible, null, null)]
    [InlineData("headcount=12 channels=mixed budget=tiny", AidOutcome.NotEligible, null, null)]
    [InlineData("headcount=12 channels=online_only budget=10000", AidOutcome.NotEligible, null, null)]
    public void HalfOfTwoToThirtyThousandForSmallFirmsThatDoNotSellOnlineOnly(string answers, AidOutcome outcome, int? from, int? to)
    {
        var verdict = Sample.Result(answers).RegionalAid;

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal((from, to), ((int?)verdict.AmountFrom, (int?)verdict.AmountTo));
        Assert.Equal("aide-regionale-e-export", verdict.Link?.ArticleId);
    }

    [Theory]
    [InlineData("headcount=12 channels=online_only budget=10000", "seulement en ligne")]
    [InlineData("headcount=12 channels=mixed budget=500", "au moins 2 000 €")]
    [InlineData("headcount=80 channels=mixed budget=5000", "moins de 50 personnes")]
    [InlineData("headcount=12 channels=mixed budget=?", "votre budget n'est pas encore connu")]
    [InlineData("headcount=12 channels=mixed budget=40000", "au plus 30 000 €")]
    public void VerdictSaysWhy(string answers, string reason)
    {
        var verdict = Sample.Result(answers).RegionalAid;

        Assert.Contains(reason, verdict.Reason.Fr.Plain(), StringComparison.Ordinal);
        Assert.NotEqual(verdict.Reason.Fr, verdict.Reason.En);
    }
}
