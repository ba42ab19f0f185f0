using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// What the desk knows of itself: who is there, who waits how long, what a restart leaves.
public sealed class LiveDeskStateTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne" };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConversationHeldByAPersonIsStillHeldAfterARestartAndItsDeadlineStillComes()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);

        var after = await desk.RestartAsync(chat);
        await after.ReadAsync();
        var told = await after.SayAsync("je veux faire le diagnostic");
        desk.Advance(TimeSpan.FromMinutes(6));

        Assert.Empty(told);
        await Until.HappensAsync(async () => await desk.CountAsync(handoff, HandoffEventKind.FellSilent) == 1);
        Assert.Contains("Anne ne répond pas", (await after.ReadAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void ExpertWithTwoWindowsIsThereUntilBothAreClosed()
    {
        var presence = new Presence();
        var first = presence.Enter(Anne.Id);
        var second = presence.Enter(Anne.Id);

        var count = presence.Experts.Count;
        first.Dispose();
        first.Dispose();
        var still = presence.Includes(Anne.Id);
        second.Dispose();

        Assert.Equal(1, count);
        Assert.True(still);
        Assert.False(presence.Includes(Anne.Id));
        Assert.Empty(presence.Experts);
    }

    [Fact]
    public async Task WaitIsToldFromHowLongTheLastConversationsTookAndNotBeforeThereAreEnough()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne with { Capacity = 50 });

        var unknown = await desk.AskLiveAsync();
        desk.Advance(TimeSpan.FromMinutes(1));
        await SeedAsync(desk, minutes: [10, 12, 14, 16, 18, 20, 22, 24]);
        var second = await desk.AskLiveAsync();

        Assert.Contains("pas encore assez de mesures", unknown.Last.Text(), StringComparison.Ordinal);
        Assert.Contains("Vous êtes n° 2 dans la file. Attente probable : de 14 à 44 minutes.", second.Last.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirmThatWaitsTurnsAmberThenRedInWorkingTime()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        await desk.AskLiveAsync();

        var first = Assert.Single(await desk.Queue.ReadAsync(Now));
        desk.Advance(TimeSpan.FromMinutes(60));
        var second = Assert.Single(await desk.Queue.ReadAsync(Now));
        desk.Advance(TimeSpan.FromHours(6));
        var third = Assert.Single(await desk.Queue.ReadAsync(Now));

        Assert.Equal((QueueColour.Green, 0), (first.Colour, first.WaitedMinutes));
        Assert.Equal((QueueColour.Amber, 60), (second.Colour, second.WaitedMinutes));
        Assert.Equal(QueueColour.Red, third.Colour);
    }

    [Fact]
    public async Task ReopenedRequestCanBeJoinedInTheChat()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);
        await desk.Desk.CloseAsync(handoff, Anne.Id, HandoffState.Done, null, false, Now);

        var reopened = await desk.Desk.ReopenAsync(handoff, Anne.Id, Now);
        var joined = await desk.Desk.JoinAsync(handoff, Anne.Id, Now);
        await chat.ReadAsync();

        Assert.True(reopened.IsDone && joined.IsDone);
        Assert.Empty(await chat.SayAsync("bonjour"));
    }

    [Fact]
    public async Task WhenEverybodyOfTheRosterHasPartedWithItTheFirmIsToldWhoElseHelps()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();

        await desk.Desk.RefuseAsync(await desk.HandoffAsync(chat), Anne.Id, "pas mon domaine", Now);

        Assert.Contains("En attendant, cet organisme public aide aussi", (await chat.ReadAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeskIsToldOfWhatTheFirmChangesAndOfNothingElse()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var changed = new System.Collections.Concurrent.ConcurrentQueue<Guid>();
        using var watching = desk.Bot.Services.GetRequiredService<DeskFeed>().OnQueueChange(changed.Enqueue);

        var chat = await desk.Bot.OpenChatAsync();
        await chat.SayAsync("bonjour");
        var before = changed.Count;
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.ChooseAsync("Dans ce chat, maintenant");
        var handoff = await desk.HandoffAsync(chat);
        var asked = changed.ToArray();
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);
        changed.Clear();
        var version = await VersionAsync(desk, handoff);
        await chat.SayAsync("robot");

        Assert.Equal(0, before);
        Assert.Equal([handoff], asked.Distinct());
        Assert.Equal([handoff], changed.Distinct());
        Assert.True(await VersionAsync(desk, handoff) > version);
    }

    private static Task<int> VersionAsync(LiveOffice desk, Guid handoff) =>
        desk.Bot.ReadDataAsync(data => data.Handoffs.Where(one => one.Id == handoff).Select(one => one.Version).SingleAsync(Now));

    private static async Task SeedAsync(LiveOffice desk, IEnumerable<int> minutes)
    {
        var then = desk.Clock.GetUtcNow().AddDays(-1);
        await desk.Bot.ReadDataAsync(async data =>
        {
            data.Handoffs.AddRange(minutes.Select(length => new Handoff
            {
                Id = Guid.NewGuid(),
                Reference = $"CC-{length}",
                ConversationId = $"web/{length}",
                RequestedAt = then,
                Live = true,
                State = HandoffState.Done,
                TakenAt = then,
                ClosedAt = then.AddMinutes(length),
            }));
            return await data.SaveChangesAsync(Now);
        });
    }
}
