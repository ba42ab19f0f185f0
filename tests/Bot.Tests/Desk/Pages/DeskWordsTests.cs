using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Desk.Pages;
using CroissanceConnectee.Bot.Desk.Pages.Requests;

namespace CroissanceConnectee.Bot.Tests.Desk.Pages;

public sealed class DeskWordsTests
{
    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void EverythingThatHappensAndComesOfAStepHasWordsInBothLanguages(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.All(Enum.GetValues<HandoffEventKind>(), kind => Assert.NotEqual(kind.ToString(), DeskWords.Of(kind)));
        Assert.All(Enum.GetValues<DeskResult>().Where(result => result != DeskResult.Done), result => Assert.False(string.IsNullOrWhiteSpace(DeskWords.Of(new DeskOutcome(result)))));
        Assert.Null(DeskWords.Of(DeskOutcome.Done));
        Assert.Contains("Anne", DeskWords.Of(new DeskOutcome(DeskResult.TakenByAnother, "Anne")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h 00")]
    [InlineData(605, "10 h 05")]
    public void WaitingTimeIsSaidInHoursAndMinutes(int minutes, string said) =>
        Assert.Equal(said, DeskWords.Minutes(minutes).Replace('\u00A0', ' '));

    [Theory]
    [InlineData(HandoffEventKind.Closed, "Done", "Terminée")]
    [InlineData(HandoffEventKind.Closed, "NotReachable: deux appels : rien", "Entreprise injoignable : deux appels : rien")]
    [InlineData(HandoffEventKind.Refused, "Done: ceci est une raison", "Done: ceci est une raison")]
    [InlineData(HandoffEventKind.Closed, null, null)]
    public void OutcomeInTheTraceIsSaidInWords(HandoffEventKind kind, string? note, string? said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var happened = new HandoffEvent { Id = Guid.CreateVersion7(), HandoffId = Guid.CreateVersion7(), Kind = kind, At = DateTimeOffset.UnixEpoch, Note = note };

        Assert.Equal(said, DeskWords.NoteOf(happened));
    }

    [Fact]
    public void ReadyMadeRepliesHaveATitleForTheAdviserAndWordsForTheFirm()
    {
        var templates = ReplyTemplates.All(Language.French, Language.English).ToList();

        Assert.Equal(6, templates.Count);
        Assert.Equal("Se présenter", templates[0].Title);
        Assert.StartsWith("Hello, ", templates[0].Text, StringComparison.Ordinal);
        Assert.All(templates, template => Assert.InRange(template.Text.Length, 1, LiveDesk.LongestText));
    }
}
