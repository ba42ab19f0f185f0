using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// What becomes of a firm whose expert keeps silent, or leaves.
public sealed class SilenceTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne" };
    private static readonly Expert Zoe = People.Someone("zoe@example.org") with { Name = "Zoé" };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExpertWhoDoesNotTakeInTimeLosesTheFirmToTheNext()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne, Zoe);
        var handoff = await desk.HandoffAsync(await desk.AskLiveAsync());
        var first = await desk.OwnerAsync(handoff);

        desk.Advance(TimeSpan.FromMinutes(6));

        await Until.HappensAsync(async () => await desk.CountAsync(handoff, HandoffEventKind.Expired) == 1);
        var next = await desk.OwnerAsync(handoff);
        Assert.NotNull(next);
        Assert.NotEqual(first, next);
    }

    [Fact]
    public async Task ExpertWhoLeadsAndDoesNotAnswerLosesTheFirmAndTheBotSpeaksAgain()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);
        await chat.SayAsync("vous êtes là ?");

        desk.Advance(TimeSpan.FromMinutes(6));

        await Until.HappensAsync(async () => await desk.CountAsync(handoff, HandoffEventKind.FellSilent) == 1);
        Assert.Contains("Anne ne répond pas pour le moment", (await chat.ReadAsync()).Text(), StringComparison.Ordinal);
        Assert.NotEmpty(await chat.SayAsync("bonjour"));
        Assert.Equal(DeskResult.NotYours, (await desk.SayAsync(chat, Anne, "trop tard")).Result);
    }

    [Fact]
    public async Task ExpertWhoAnsweredInTimeKeepsTheFirm()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne, Zoe);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);
        await desk.SayAsync(chat, Anne, "Bonjour !");

        desk.Advance(TimeSpan.FromMinutes(6));

        // The deadline has been looked at, and nothing came of it.
        await Until.HappensAsync(() => desk.Bot.ReadDataAsync(data => data.Outbox.AllAsync(one => one.Kind != "desk-deadline" || one.DoneAt != null, Now)));
        Assert.Equal(Anne.Id, await desk.OwnerAsync(handoff));
        await chat.ReadAsync();
        Assert.Empty(await chat.SayAsync("merci"));
    }

    [Fact]
    public async Task FirmsOfAnExpertWhoLeavesTheRosterGoBackToTheQueueAndAreTold()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne with { Capacity = 20 });
        var chats = new List<ChatClient>();
        for (var firm = 0; firm < 10; firm++)
        {
            chats.Add(await desk.AskLiveAsync());
            await desk.Desk.TakeAsync(await desk.HandoffAsync(chats[^1]), Anne.Id, Now);
        }

        var outcome = await desk.Bot.Services.GetRequiredService<RosterImport>().RunAsync(
            "type;nom;courriel;langues;canaux;capacite;actif\nexpert;Anne;anne@example.org;fr|en;chat;20;non\n", Now);

        Assert.Equal(1, outcome.Changed);
        desk.Advance(TimeSpan.FromSeconds(20));
        await Until.HappensAsync(() => desk.Bot.ReadDataAsync(data => data.Handoffs.AllAsync(one => one.State == HandoffState.Waiting && one.ExpertId == null, Now)));
        Assert.Equal(10, (await desk.Queue.ReadAsync(Now)).Count);
        foreach (var chat in chats)
        {
            Assert.Contains("Anne ne répond pas", (await chat.ReadAsync()).Text(), StringComparison.Ordinal);
        }
    }
}
