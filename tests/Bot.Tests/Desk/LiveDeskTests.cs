using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// A person of the desk takes over a conversation, talks, and gives it back.
public sealed class LiveDeskTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne Le Goff", Organisation = "Cabinet Ar Mor" };
    private static readonly Expert Zoe = People.Someone("zoe@example.org") with { Name = "Zoé", Capacity = 1 };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileAPersonLeadsTheBotIsSilentAndTheFirmReadsThePerson()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();

        var taken = await desk.Desk.TakeAsync(await desk.HandoffAsync(chat), Anne.Id, Now);
        var told = await chat.SayAsync("<b>combien de salariés ?</b> je veux faire le diagnostic");
        var said = await desk.SayAsync(chat, Anne, "Bonjour, je lis <b>tout</b>.");
        var stream = await chat.ReadAsync();

        Assert.True(taken.IsDone);
        Assert.DoesNotContain("diagnostic", told.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.True(said.IsDone);
        var theirs = stream[^1].Json;
        Assert.Equal("Bonjour, je lis <b>tout</b>.", theirs.GetProperty("text").GetString());
        Assert.Equal("plain", theirs.GetProperty("textFormat").GetString());
        Assert.Equal("Anne Le Goff", theirs.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("bot", theirs.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal("plain", stream[^2].Json.GetProperty("textFormat").GetString());
        Assert.Contains("Anne Le Goff (Cabinet Ar Mor) vous a rejoint", stream.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageOfAnExpertThatIsSentTwiceIsReadOnce()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => desk.Desk.SayAsync(handoff, Anne.Id, "m1", "Je regarde votre dossier.", Now))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Single(await chat.ReadAsync(), activity => activity.Says == "Je regarde votre dossier.");
    }

    [Fact]
    public async Task OfManyExpertsWhoTakeItAtOnceOneDoesAndTheOthersAreToldWho()
    {
        var team = Enumerable.Range(0, 8).Select(at => People.Someone($"e{at}@example.org")).ToArray();
        await using var desk = await LiveOffice.OpenAsync(team);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);

        var outcomes = await Task.WhenAll(team.Select(expert => Task.Run(() => desk.Desk.TakeAsync(handoff, expert.Id, Now))));

        var winner = team[Array.FindIndex(outcomes, outcome => outcome.IsDone)];
        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal(7, outcomes.Count(outcome => outcome == new DeskOutcome(DeskResult.TakenByAnother, winner.Name)));
        Assert.Equal(1, await desk.CountAsync(handoff, HandoffEventKind.Taken));
        Assert.Single(await chat.ReadAsync(), activity => activity.IsFromBot && activity.Says.Contains("vous a rejoint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DiagnosisGoesOnWhereItStoodWhenTheBotIsGivenTheConversationBack()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync("je veux faire le diagnostic");
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);

        var back = await desk.Desk.GiveBackAsync(handoff, Anne.Id, Now);
        var stream = (await chat.ReadAsync()).Text();
        var answered = (await chat.SayAsync("des bougies parfumées")).Text();

        Assert.True(back.IsDone);
        Assert.Contains("Vous parlez de nouveau à l'assistant automatique.", stream, StringComparison.Ordinal);
        Assert.EndsWith("Que vendez-vous ?", stream, StringComparison.Ordinal);
        Assert.Contains("Cosmétiques", answered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("je veux parler au robot", true)]
    [InlineData("robot", true)]
    [InlineData("I want to talk to the bot", true)]
    [InlineData("surtout pas parler au robot", false)]
    [InlineData("est-ce que je parle à un robot ?", false)]
    public async Task FirmThatWantsTheBotBackHasIt(string words, bool back)
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        await desk.Desk.TakeAsync(await desk.HandoffAsync(chat), Anne.Id, Now);

        var told = (await chat.SayAsync(words)).Text();

        Assert.Equal(back, told.Contains("de nouveau à l'assistant", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DataOfTheFirmCanBeSeenAndErasedWhileAPersonLeads()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        await desk.Desk.TakeAsync(await desk.HandoffAsync(chat), Anne.Id, Now);

        var shown = (await chat.SayAsync("mes données")).Text();
        await chat.ChooseAsync(chat.Last[^1].Choices[0].Title);
        var erased = (await chat.ChooseAsync(chat.Last[^1].Choices[0].Title)).Text();
        var then = await chat.SayAsync("bonjour");

        Assert.Contains("/mes-donnees", shown, StringComparison.Ordinal);
        Assert.NotEmpty(erased);
        Assert.Empty(then);
        Assert.True((await desk.SayAsync(chat, Anne, "Je suis toujours là.")).IsDone);
    }

    [Fact]
    public async Task ChoiceThatTheBotOfferedEarlierIsNotObeyedWhileAPersonLeads()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync("je veux faire le diagnostic");
        var choice = chat.Last.Last(activity => activity.Choices.Count > 0).Choices[0];
        await desk.Desk.TakeAsync(await desk.HandoffAsync(chat), Anne.Id, Now);
        await chat.ReadAsync();

        var told = await chat.SendAsync(new { type = "message", text = choice.Text, value = choice.Value, from = new { id = chat.UserId } });

        Assert.Empty(told);
    }

    [Fact]
    public async Task RequestThatIsRefusedGoesToTheNextAndNeverBackToWhoeverRefused()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne, Zoe);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        var first = await desk.OwnerAsync(handoff);
        var second = first == Anne.Id ? Zoe.Id : Anne.Id;

        var unsaid = await desk.Desk.RefuseAsync(handoff, first!.Value, "  ", Now);
        var refused = await desk.Desk.RefuseAsync(handoff, first.Value, "pas mon marché", Now);
        var next = await desk.OwnerAsync(handoff);
        await desk.Desk.RefuseAsync(handoff, second, "en congé demain", Now);

        Assert.Equal(DeskResult.Empty, unsaid.Result);
        Assert.True(refused.IsDone);
        Assert.Equal(second, next);
        Assert.Null(await desk.OwnerAsync(handoff));
        Assert.Contains((await chat.ReadAsync()), activity => activity.Says.Contains("Plus aucun conseiller n'est disponible", StringComparison.Ordinal));
        var place = Assert.Single(await desk.Queue.ReadAsync(Now));
        Assert.Equal((1, HandoffState.Waiting), (place.Place, place.Handoff.State));
    }

    [Fact]
    public async Task TransferKeepsThePlaceAndTheNoteStaysInside()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne, Zoe);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);

        var passed = await desk.Desk.TransferAsync(handoff, Anne.Id, Zoe.Id, "secret : demande un devis", Now);
        await desk.Desk.NoteAsync(handoff, Zoe.Id, "note interne", Now);
        var nobody = await desk.Desk.TransferAsync(handoff, Zoe.Id, Guid.NewGuid(), "à qui ?", Now);

        Assert.True(passed.IsDone);
        Assert.Equal(DeskResult.UnknownExpert, nobody.Result);
        Assert.Equal(Zoe.Id, await desk.OwnerAsync(handoff));
        var stream = (await chat.ReadAsync()).Text();
        Assert.Contains("Anne Le Goff transmet votre demande à un collègue", stream, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", stream, StringComparison.Ordinal);
        Assert.DoesNotContain("note interne", stream, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhenItIsClosedTheBotIsBackAndAsksOnceWhetherItHelped(bool tellFirm)
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync("je veux faire le diagnostic");
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);

        var closed = await desk.Desk.CloseAsync(handoff, Anne.Id, HandoffState.Done, "Voir le guide TVA", tellFirm, Now);
        var again = await desk.Desk.CloseAsync(handoff, Anne.Id, HandoffState.Done, null, false, Now);
        var stream = (await chat.ReadAsync()).Text();
        var thanked = (await chat.SayAsync("4, merci Anne")).Text();
        var then = (await chat.SayAsync("des bougies parfumées")).Text();

        Assert.True(closed.IsDone);
        Assert.Equal(DeskResult.AlreadyClosed, again.Result);
        Assert.Contains("de nouveau à l'assistant automatique", stream, StringComparison.Ordinal);
        Assert.Equal(tellFirm, stream.Contains("Voir le guide TVA", StringComparison.Ordinal));
        Assert.Contains("Cet échange vous a-t-il aidé ?", stream, StringComparison.Ordinal);
        Assert.Contains("Que vendez-vous ?", thanked, StringComparison.Ordinal);
        Assert.DoesNotContain("vous a-t-il aidé", then, StringComparison.Ordinal);
        var stored = await desk.Bot.ReadDataAsync(data => data.Handoffs.SingleAsync(Now));
        Assert.Equal((4, "merci Anne"), (stored.Satisfaction, stored.SatisfactionComment));
    }

    [Fact]
    public async Task WhatCannotBeDoneIsSaid()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne, Zoe);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);

        Assert.Equal(DeskResult.Empty, (await desk.Desk.SayAsync(handoff, Anne.Id, "1", " \n", Now)).Result);
        Assert.Equal(DeskResult.TooLong, (await desk.Desk.SayAsync(handoff, Anne.Id, "2", new string('a', 10_000), Now)).Result);
        Assert.Equal(new DeskOutcome(DeskResult.TakenByAnother, Anne.Name), await desk.Desk.SayAsync(handoff, Zoe.Id, "3", "moi !", Now));
        Assert.Equal(DeskResult.UnknownExpert, (await desk.Desk.TakeAsync(handoff, Guid.NewGuid(), Now)).Result);
        Assert.Equal(DeskResult.UnknownHandoff, (await desk.Desk.TakeAsync(Guid.NewGuid(), Anne.Id, Now)).Result);
        Assert.True((await desk.Desk.TakeAsync(handoff, Anne.Id, Now)).IsDone);
        Assert.DoesNotContain("moi !", (await chat.ReadAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SuggestionOfAnExpertLeavesTheBotLeading()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync("je veux faire le diagnostic");

        var suggested = await desk.Desk.SuggestAsync(await desk.HandoffAsync(chat), Anne.Id, "s1", "Pensez à l'OSS.", Now);
        var answered = (await chat.SayAsync("des bougies parfumées")).Text();

        Assert.True(suggested.IsDone);
        Assert.Contains("Cosmétiques", answered, StringComparison.Ordinal);
        Assert.Contains(await chat.ReadAsync(), activity => activity.Says == "Pensez à l'OSS.");
    }

    [Fact]
    public async Task VeryLongMessageReachesTheDeskWhole()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        await desk.Desk.TakeAsync(await desk.HandoffAsync(chat), Anne.Id, Now);
        var text = string.Concat(Enumerable.Repeat("0123456789", 1_000));

        await chat.SayAsync(text);

        Assert.Equal(text, (await chat.ReadAsync())[^1].Says);
    }

    [Fact]
    public async Task ClosedRequestCanBeReopenedAndKeepsItsPlace()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await desk.AskLiveAsync();
        var handoff = await desk.HandoffAsync(chat);
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);
        await desk.Desk.CloseAsync(handoff, Anne.Id, HandoffState.NotReachable, null, false, Now);

        var empty = await desk.Queue.ReadAsync(Now);
        var reopened = await desk.Desk.ReopenAsync(handoff, Anne.Id, Now);
        var twice = await desk.Desk.ReopenAsync(handoff, Anne.Id, Now);

        Assert.Empty(empty);
        Assert.True(reopened.IsDone);
        Assert.Equal(DeskResult.NotClosed, twice.Result);
        Assert.Equal(handoff, Assert.Single(await desk.Queue.ReadAsync(Now)).Handoff.Id);
    }

    [Fact]
    public async Task CorrectedContactChangesTheOpenRequest()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.SayAsync("06 12 34 56 78");

        await chat.SayAsync("non, plutôt au 01 99 00 20 55");

        var handoff = await bot.ReadDataAsync(data => data.Handoffs.SingleAsync(Now));
        Assert.Equal("+33199002055", handoff.Contact);
    }
}
