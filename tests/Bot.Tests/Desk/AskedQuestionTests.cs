using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// What a dossier says of the questions that a firm asked the bot.
public sealed class AskedQuestionTests
{
    [Fact]
    public async Task AnsweredQuestionsComeWithTheirSourcesAndTheOthersAreLeftOpen()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await chat.SayAsync("quels sont les droits de douane au Japon ?");
        await chat.SayAsync("quels sont les droits de douane en Mongolie ?");
        await chat.SayAsync("aide");
        var asked = await AskedAsync(bot);

        Assert.Equal(["quels sont les droits de douane au Japon ?", "quels sont les droits de douane en Mongolie ?"], asked.Select(one => one.Text));
        Assert.False(asked[0].IsOpen);
        Assert.Contains(asked[0].Answer, line => line.Contains("Japon", StringComparison.Ordinal));
        Assert.All(asked[0].Sources, source => Assert.True(source.Url.IsAbsoluteUri));
        Assert.True(asked[1].IsOpen);
        Assert.Empty(asked[1].Answer);
    }

    [Fact]
    public async Task WhatWasNotUnderstoodIsLeftOpenToo()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        await chat.SayAsync("xqzt brglm");
        var asked = await AskedAsync(bot);

        Assert.Equal("xqzt brglm", Assert.Single(asked).Text);
        Assert.True(asked[0].IsOpen);
    }

    [Fact]
    public void WordsOfAPersonAnswerNothingInTheBotsName()
    {
        var entry = new TranscriptEntry
        {
            ConversationId = "web/1",
            Sequence = 0,
            MessageId = "1",
            At = DateTimeOffset.UnixEpoch,
            Text = null,
            Author = "Anne",
            Reply = new Reply([new Say("Je regarde.") { Abstains = true }]),
        };

        Assert.Empty(AskedQuestion.Of([entry]));
    }

    private static async Task<List<AskedQuestion>> AskedAsync(BotApplication bot) =>
        [.. AskedQuestion.Of(await bot.ReadDataAsync(data => data.Transcript.OrderBy(entry => entry.Sequence).ToListAsync(TestContext.Current.CancellationToken)))];
}
