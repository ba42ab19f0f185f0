using System.Net;
using System.Text.Json;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Report;

/// The form on the report's page.
public sealed class ReportMailTests
{
    [Fact]
    public async Task MailHoldsThePlanItsReasonsTheLinkAndTheCode()
    {
        await using var bot = new BotApplication(("Site:PublicUrl", "https://export.example.fr"));
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        await AskAsync(bot, diagnosis, " Marie@Savonnerie.fr ");

        var mail = Assert.Single(await bot.MailsAsync());
        Assert.Equal("marie@savonnerie.fr", mail.To);
        Assert.Equal("Votre plan pour vendre en ligne à l'étranger", mail.Subject);
        var text = Reading.Plain(mail.Text);
        Assert.Contains("Niveau 2 sur 4 : Vous vous préparez", text, StringComparison.Ordinal);
        Assert.Contains("1. Demandez votre numéro EORI", text, StringComparison.Ordinal);
        Assert.Contains("   Parce que vous avez dit que", text, StringComparison.Ordinal);
        Assert.Contains($"https://export.example.fr/diagnostic/{diagnosis.ReportToken}?lang=fr", text, StringComparison.Ordinal);
        Assert.Contains($"https://export.example.fr/diagnostic/{diagnosis.ReportToken}.pdf?lang=fr", text, StringComparison.Ordinal);
        Assert.Contains($"votre code : {diagnosis.ResumeCode}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskingTwiceSendsOneMailAndSaysTheSame()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var first = await AskAsync(bot, diagnosis, "marie@savonnerie.fr");
        var second = await AskAsync(bot, diagnosis, "marie@savonnerie.fr");

        Assert.Single(await bot.MailsAsync());
        Assert.Contains("C'est noté", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("marie")]
    [InlineData("0612345678")]
    [InlineData("marie@savonnerie.fr\r\nBcc: tout@le.monde.fr")]
    [InlineData("marie@savonnerie.fr, tout@le-monde.fr")]
    [InlineData("\"<script>\" <marie@savonnerie.fr>")]
    public async Task WhatIsNotOneAddressSendsNothingAndIsSaid(string address)
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var said = await AskAsync(bot, diagnosis, address);

        Assert.Empty(await bot.MailsAsync());
        Assert.Contains("Cette adresse n'est pas complète", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportGoesToAFewAddressesAnHour()
    {
        var clock = new FakeTimeProvider(Firms.Today);
        await using var bot = new BotApplication(("Report:MailsPerHour", "2")) { Clock = clock };
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        await AskAsync(bot, diagnosis, "a@savonnerie.fr");
        await AskAsync(bot, diagnosis, "b@savonnerie.fr");

        var refused = await AskAsync(bot, diagnosis, "c@savonnerie.fr");
        clock.Advance(TimeSpan.FromHours(1));
        var later = await AskAsync(bot, diagnosis, "c@savonnerie.fr");

        Assert.Contains("Réessayez dans une heure", refused, StringComparison.Ordinal);
        Assert.Contains("C'est noté", later, StringComparison.Ordinal);
        Assert.Equal(["a@savonnerie.fr", "b@savonnerie.fr", "c@savonnerie.fr"], (await bot.MailsAsync()).Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task WordsOfTheFirmStayWithinTheirLine()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker.With("budget", new Answer { Text = "<b>rien</b>\r\n\r\nPayez ici" }));

        await AskAsync(bot, diagnosis, "marie@savonnerie.fr");

        var mail = Assert.Single(await bot.MailsAsync());
        Assert.DoesNotContain(mail.Text.Split('\n'), line => line.StartsWith("Payez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FormOfAnotherSiteSendsNothing()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        using var http = bot.CreateClient();
        using var form = new FormUrlEncodedContent([new("address", "marie@savonnerie.fr")]);

        using var answer = await http.PostAsync(diagnosis.Address() + "/courriel", form, ReportPages.Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await bot.MailsAsync());
    }

    [Fact]
    public async Task HostThatSendsMailsRefusesToStartWithoutItsPublicAddress()
    {
        await using var bot = new BotApplication(("Mail:Host", "smtp.example.fr"));

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains("Site:PublicUrl", refusal.ToString(), StringComparison.Ordinal);
    }

    /// What the page says after the form was sent.
    private static async Task<string> AskAsync(BotApplication bot, Diagnosis diagnosis, string address)
    {
        using var http = bot.CreateClient();
        var page = await http.OpenAsync(diagnosis.Address());
        using var form = new FormUrlEncodedContent(
        [
            .. page.QuerySelectorAll("form.mail input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!)),
            new("address", address),
        ]);
        using var answer = await http.PostAsync(page.QuerySelector("form.mail")!.GetAttribute("action"), form, ReportPages.Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var after = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(ReportPages.Cancellation));
        return after.Reads("#address-outcome");
    }
}
