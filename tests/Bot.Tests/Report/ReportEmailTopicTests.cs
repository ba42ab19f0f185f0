using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Report;

/// "Recevoir par e-mail" in the conversation.
public sealed class ReportEmailTopicTests
{
    [Fact]
    public async Task FirmThatChoosesItGivesItsAddressAndReceivesThePlanOnce()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);

        await chat.ChooseAsync("Recevoir par e-mail");
        await chat.SayAsync("marie@savonnerie.fr");

        Assert.Contains("Votre plan part à marie@savonnerie.fr", Said(chat), StringComparison.Ordinal);
        Assert.Equal("marie@savonnerie.fr", Assert.Single(await bot.MailsAsync()).To);
    }

    [Theory]
    [InlineData("envoyez moi ça par mail à marie@savonnerie.fr")]
    [InlineData("Je voudrais recevoir le plan par e-mail : marie@savonnerie.fr")]
    [InlineData("vous pouvez me l'envoyer par courriel ? marie@savonnerie.fr")]
    [InlineData("please email it to marie@savonnerie.fr")]
    public async Task OneSentenceIsEnough(string sentence)
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);

        await chat.SayAsync(sentence);

        Assert.Equal("marie@savonnerie.fr", Assert.Single(await bot.MailsAsync()).To);
    }

    [Fact]
    public async Task FirmThatChangesItsMindReceivesNothing()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);
        await chat.SayAsync("vous pouvez m'envoyer ça par mail ?");

        await chat.ChooseAsync("Non merci");

        Assert.Contains("je n'envoie rien", Said(chat), StringComparison.Ordinal);
        Assert.Empty(await bot.MailsAsync());
    }

    [Fact]
    public async Task WhatIsNoAddressIsAskedAgain()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);
        await chat.ChooseAsync("Recevoir par e-mail");

        await chat.SayAsync("marie arobase savonnerie");

        Assert.Contains("À quelle adresse e-mail ?", Said(chat), StringComparison.Ordinal);
        Assert.Empty(await bot.MailsAsync());
    }

    [Fact]
    public async Task LineBreaksAfterTheAddressGoNowhere()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);

        await chat.SayAsync("envoyez moi le plan par mail à marie@savonnerie.fr\r\nBcc: tout@le-monde.fr");

        Assert.Equal("marie@savonnerie.fr", Assert.Single(await bot.MailsAsync()).To);
    }

    [Fact]
    public async Task WithoutADiagnosisThereIsNothingToSend()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);
        var suggestion = chat.Last.SelectMany(activity => activity.Choices).Single(choice => choice.Title == "Recevoir par e-mail");
        var stranger = await bot.OpenChatAsync();

        await stranger.SendAsync(new { type = "message", text = suggestion.Title, value = suggestion.Value, from = new { id = stranger.UserId } });

        Assert.Contains("il faut d'abord faire le diagnostic", Said(stranger), StringComparison.Ordinal);
        Assert.Empty(await bot.MailsAsync());
    }

    [Fact]
    public async Task AdvertisingByMailIsAnAnswerAndNotAWish()
    {
        await using var bot = new BotApplication();
        // Stops before the question about advertising.
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker, most: 11);
        Assert.Equal("marketing", diagnosis.Progress.Asking);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("mon code : " + diagnosis.ResumeCode);

        await chat.SayAsync("on envoie des mails à nos clients");

        Assert.DoesNotContain("À quelle adresse", Said(chat), StringComparison.Ordinal);
        Assert.Contains(
            "email",
            (await bot.ReadDataAsync(data => Task.FromResult(data.Diagnoses.Single().Progress))) is var progress
                ? progress.Taken.Concat(progress.Answers.GetValueOrDefault("marketing")?.Choices ?? [])
                : []);
    }

    private static string Said(ChatClient chat) => string.Join('\n', chat.Last.Select(activity => activity.Says));
}
