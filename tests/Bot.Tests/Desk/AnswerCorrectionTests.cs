using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Report;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// An expert sets an answer of a diagnosis right.
public sealed class AnswerCorrectionTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne Le Goff" };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CorrectedAnswerStandsInTheReportWithWhoCorrectedItAndTheFirmIsTold()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var (chat, handoff) = await TakenAsync(desk);

        var corrected = await desk.Desk.CorrectAsync(handoff, Anne.Id, "headcount", "14 personnes", Now);
        var twice = await desk.Desk.CorrectAsync(handoff, Anne.Id, "headcount", "14", Now);

        Assert.True(corrected.IsDone && twice.IsDone);
        Assert.Equal(1, await desk.CountAsync(handoff, HandoffEventKind.Corrected));
        var told = Assert.Single(await chat.ReadAsync(), activity => activity.Says.Contains("J'ai corrigé votre diagnostic", StringComparison.Ordinal));
        Assert.Contains("14 personnes au lieu de 12 personnes", Reading.Plain(told.Says), StringComparison.Ordinal);
        var token = await desk.Bot.ReadDataAsync(data => data.Diagnoses.Select(one => one.ReportToken).SingleAsync(Now));
        var report = (await desk.Bot.OpenAsync("/diagnostic/" + token)).Reads(".answers");
        Assert.Contains("14 personnes corrigé avec Anne Le Goff", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiagnosisGoesOnAfterTheQuestionThatTheExpertAnswered()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var (chat, handoff) = await TakenAsync(desk);

        await desk.Desk.CorrectAsync(handoff, Anne.Id, "region", "bretagne", Now);
        await desk.Desk.GiveBackAsync(handoff, Anne.Id, Now);

        var asked = (await chat.ReadAsync())[^1].Says;
        Assert.DoesNotContain("région", asked, StringComparison.Ordinal);
        Assert.Contains("J'ai complété votre diagnostic", (await chat.ReadAsync()).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-question", "14", DeskResult.UnknownQuestion)]
    [InlineData("headcount", "bleu", DeskResult.NoAnswer)]
    [InlineData("headcount", "  ", DeskResult.Empty)]
    public async Task WhatIsNoAnswerIsRefusedAndChangesNothing(string question, string answer, DeskResult expected)
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var (_, handoff) = await TakenAsync(desk);

        var outcome = await desk.Desk.CorrectAsync(handoff, Anne.Id, question, answer, Now);

        Assert.Equal(expected, outcome.Result);
        Assert.Equal(0, await desk.CountAsync(handoff, HandoffEventKind.Corrected));
    }

    private static async Task<(ChatClient Chat, Guid Handoff)> TakenAsync(LiveOffice desk)
    {
        var chat = await desk.Bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("des bougies parfumées");
        await chat.SayAsync("12");
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.ChooseAsync("Dans ce chat, maintenant");
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, TestContext.Current.CancellationToken);
        return (chat, handoff);
    }
}
