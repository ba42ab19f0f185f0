using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Diagnoses.Report;

namespace CroissanceConnectee.Bot.Tests.Report;

public sealed class ReportWordsTests
{
    private static readonly ReportWords French = new(Language.French);
    private static readonly ReportWords English = new(Language.English);

    [Theory]
    [InlineData("2026-11-01", "1er novembre 2026", "1 November 2026")]
    [InlineData("2026-08-21", "21 août 2026", "21 August 2026")]
    public void DatesAreWrittenAsEachLanguageDoes(string date, string french, string english)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((french, english), (French.Date(day), English.Date(day)));
    }

    [Theory]
    [InlineData("vous vendez en ligne", "Vous vendez en ligne.")]
    [InlineData("êtes-vous prêt ?", "Êtes-vous prêt\u00A0?")]
    [InlineData("", "")]
    public void ClausesBecomeSentences(string clause, string sentence)
    {
        Assert.Equal(sentence, French.Sentence(new Wording(clause, clause)));
    }

    [Fact]
    public void SignsThatFrenchSetsApartDoNotBeginALine()
    {
        var wording = new Wording("Pourquoi : « 10 % » ?", "Why: “10%”?");

        Assert.Equal("Pourquoi\u00A0: «\u00A010\u00A0%\u00A0»\u00A0?", French.Say(wording));
        Assert.Equal("Why: “10%”?", English.Say(wording));
    }

    [Fact]
    public void ControlCharactersAndMarksOfDirectionAreLeftOut()
    {
        Assert.Equal("a b c", English.Say(new Wording("", "a\r\nb\u202E\u0000 c")));
    }
}
