using System.Net;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Diagnoses.Report;
using CroissanceConnectee.Bot.Diagnoses.Report.Pdf;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Report;

public sealed class ReportPdfTests
{
    [Fact]
    public async Task PdfHasTheContentOfThePageOnAFewSheetsOfA4()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var result = bot.Services.GetRequiredService<DiagnosisEngine>().Result(diagnosis);

        var pdf = await DownloadAsync(bot, diagnosis);

        Assert.InRange(pdf.Pages.Count, 2, 4);
        Assert.All(pdf.Document.Pages.Cast<PdfSharp.Pdf.PdfPage>(), page => Assert.Equal((595, 842), ((int)page.Width.Point, (int)page.Height.Point)));
        Assert.Contains($"Niveau {result.Level.Step} sur 4 {result.Level.Name.Fr}", pdf.Whole, StringComparison.Ordinal);
        Assert.All(result.Axes, axis => Assert.Contains($"{axis.Name.Fr} : {axis.Score} sur 100", pdf.Whole, StringComparison.Ordinal));
        Assert.All(result.Plan, action => Assert.Contains(action.Title.Fr.Plain(), pdf.Whole, StringComparison.Ordinal));
        Assert.All(result.Plan, action => Assert.Contains(action.Because.Fr.Plain(), pdf.Whole, StringComparison.Ordinal));
        Assert.All(result.Answers, answer => Assert.Contains(answer.Question.Fr.Plain(), pdf.Whole, StringComparison.Ordinal));
        Assert.Contains(diagnosis.ResumeCode, pdf.Whole, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, pdf.Pages.Count).Select(number => $"Page {number} sur {pdf.Pages.Count}"),
            pdf.Pages.Select(page => page.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public async Task PdfSaysWhatItIsInTheLanguageThatItIsIn()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var french = await DownloadAsync(bot, diagnosis);
        var english = await DownloadAsync(bot, diagnosis, "?lang=en");

        Assert.Equal(("fr-FR", "Votre diagnostic pour vendre en ligne à l'étranger"), (french.Document.Language, french.Document.Info.Title));
        Assert.Equal(("en-GB", "Your diagnosis for selling online abroad"), (english.Document.Language, english.Document.Info.Title));
        Assert.Equal("Croissance Connectée", english.Document.Info.Author);
        Assert.Contains("12 people (said)", english.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinksLeadToSourcesAndBackToThePublicSite()
    {
        await using var bot = new BotApplication(("Site:PublicUrl", "https://export.example.fr/"));
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var pdf = await DownloadAsync(bot, diagnosis);

        Assert.Contains($"https://export.example.fr/diagnostic/{diagnosis.ReportToken}", pdf.Links);
        Assert.Contains($"https://export.example.fr/?reprendre={diagnosis.ResumeCode}&question=headcount", pdf.Links);
        Assert.Contains(pdf.Links, link => !link.StartsWith("https://export.example.fr", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task UnfinishedDiagnosisIsPrintedAsFarAsItWent(int answered)
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker, answered);

        var pdf = await DownloadAsync(bot, diagnosis);

        Assert.Contains("Votre diagnostic n'est pas terminé", pdf.Whole, StringComparison.Ordinal);
        Assert.Contains("Il faut quelques réponses de plus", pdf.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfTheFirmAreWrappedAndChangeNothingElse()
    {
        await using var bot = new BotApplication();
        var hostile = "<b>)Tj ET (" + new string('w', 150) + "😀 \u4F60\u0007\n\u202Efin";
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker.With("region", new Answer { Text = hostile }));

        var pdf = await DownloadAsync(bot, diagnosis);

        Assert.Contains("<b>)Tj ET (www", pdf.Whole, StringComparison.Ordinal);
        Assert.Contains("fin (dit) Modifier", pdf.Whole, StringComparison.Ordinal);
        Assert.InRange(pdf.Pages.Count, 2, 5);
    }

    [Fact]
    public async Task SeveralAreWrittenAtTheSameTime()
    {
        await using var bot = new BotApplication();
        var report = bot.Services.GetRequiredService<Reports>().Of(await bot.SeedAsync(Firms.SoapMaker));
        var writer = bot.Services.GetRequiredService<ReportPdf>();

        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => writer.Write(report, Language.French), ReportPages.Cancellation)));

        Assert.Single(files.Select(file => PdfText.Of(file).Whole).Distinct());
    }

    [Fact]
    public async Task WithoutALicenceNoPdfIsOffered()
    {
        await using var bot = new BotApplication(("Report:PdfSharpLicence", ""));
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        using var http = bot.CreateClient();

        var page = await http.OpenAsync(diagnosis.Address());
        await http.OpenAsync(diagnosis.Address() + ".pdf", HttpStatusCode.NotFound);

        Assert.DoesNotContain(".pdf", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostRefusesToStartOnALicenceThatIsNone()
    {
        await using var bot = new BotApplication(("Report:PdfSharpLicence", "none"));

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains("Report:PdfSharpLicence", refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<PdfText> DownloadAsync(BotApplication bot, Diagnosis diagnosis, string query = "")
    {
        using var http = bot.CreateClient();
        using var answer = await http.GetAsync(diagnosis.Address() + ".pdf" + query, ReportPages.Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return PdfText.Of(await answer.Content.ReadAsByteArrayAsync(ReportPages.Cancellation));
    }
}
