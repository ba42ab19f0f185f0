using System.Net;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Report;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// What a firm is asked ten days after its request was closed.
public sealed partial class FollowUpTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne" };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LinkOfTheMailAnswersWithOneTapAndTheAnswerCanBeChanged()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        await ClosedAsync(desk);
        var links = await AskedAsync(desk);
        using var http = desk.Bot.CreateClient();

        var page = await http.OpenAsync(links.First(link => link.EndsWith("utile=oui", StringComparison.Ordinal)));
        var opened = await StoredAsync(desk);
        using var sent = await SendAsync(http, page.QuerySelector("form")!.GetAttribute("action")!, ("utile", "oui"));
        var useful = await StoredAsync(desk);
        using var changed = await SendAsync(http, page.QuerySelector("form")!.GetAttribute("action")!, ("utile", "non"), ("contact", "oui"));

        Assert.Equal(4, links.Count);
        Assert.Null(opened.Useful);
        Assert.Equal((true, (bool?)null), (useful.Useful, useful.Contacted));
        var held = await StoredAsync(desk);
        Assert.Equal((false, true), (held.Useful, held.Contacted));
        Assert.Contains("Merci, c'est noté", WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync(Now)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestThatIsOpenAgainIsNotAskedAbout()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var handoff = await ClosedAsync(desk);
        await desk.Desk.ReopenAsync(handoff, Anne.Id, Now);

        desk.Advance(TimeSpan.FromDays(11));

        await Until.HappensAsync(() => desk.Bot.ReadDataAsync(data => data.Outbox.AllAsync(one => one.Kind != "desk-deadline" || one.DoneAt != null, Now)));
        Assert.DoesNotContain(await desk.Bot.MailsAsync(), mail => mail.Subject.Contains("Avez-vous eu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnswersGoWithTheFirmsData()
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        var chat = await AskAsync(desk);
        await CloseAsync(desk, await desk.HandoffAsync(chat));
        var link = (await AskedAsync(desk))[0];

        await SayAsync(desk, chat, "supprimer mes données", "data:erase", "data:erase-confirmed");

        using var http = desk.Bot.CreateClient();
        await http.OpenAsync(link, HttpStatusCode.NotFound);
        Assert.Equal(0, await desk.Bot.ReadDataAsync(data => data.HandoffFollowUps.CountAsync(Now)));
        Assert.Null(await desk.Bot.ReadDataAsync(data => data.Handoffs.Select(one => one.Contact).SingleAsync(Now)));
    }

    [Theory]
    [InlineData("utile", "peut-être")]
    [InlineData("autre", "oui")]
    [InlineData("utile", "")]
    public async Task WhatIsNoAnswerChangesNothing(string name, string value)
    {
        await using var desk = await LiveOffice.OpenAsync(Anne);
        await ClosedAsync(desk);
        var path = new Uri((await AskedAsync(desk))[0]).AbsolutePath;
        using var http = desk.Bot.CreateClient();

        using var answer = await SendAsync(http, path, (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await StoredAsync(desk)).AnsweredAt);
    }

    private static async Task<Guid> ClosedAsync(LiveOffice desk)
    {
        var handoff = await desk.HandoffAsync(await AskAsync(desk));
        await CloseAsync(desk, handoff);
        return handoff;
    }

    private static async Task<ChatClient> AskAsync(LiveOffice desk)
    {
        var chat = await desk.Bot.OpenChatAsync();
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.SayAsync("claire@example.com");
        return chat;
    }

    private static async Task CloseAsync(LiveOffice desk, Guid handoff)
    {
        await desk.Desk.TakeAsync(handoff, Anne.Id, Now);
        await desk.Desk.CloseAsync(handoff, Anne.Id, HandoffState.Done, null, false, Now);
    }

    private static async Task<List<string>> AskedAsync(LiveOffice desk)
    {
        desk.Advance(TimeSpan.FromDays(10) + TimeSpan.FromMinutes(1));
        await Until.HappensAsync(() => desk.Bot.ReadDataAsync(data => data.HandoffFollowUps.AnyAsync(Now)));
        var mail = Assert.Single(await desk.Bot.MailsAsync(), mail => mail.Subject.Contains("Avez-vous eu de l'aide", StringComparison.Ordinal));
        Assert.Equal("claire@example.com", mail.To);
        return [.. Links().Matches(mail.Text).Select(match => match.Value)];
    }

    // Ten days later the token of the chat has expired.
    private static async Task SayAsync(LiveOffice desk, ChatClient chat, string words, params IEnumerable<string> choices)
    {
        var turns = desk.Bot.Services.GetRequiredService<TurnHandler>();
        foreach (var input in choices.Select(choice => (TurnInput)new Chose(choice, choice)).Prepend(new Said(words)))
        {
            await turns.HandleAsync(new Turn(new ConversationKey("web", chat.ConversationId), Guid.NewGuid().ToString(), input, desk.Clock.GetUtcNow()), Now);
        }
    }

    private static Task<HandoffFollowUp> StoredAsync(LiveOffice desk) => desk.Bot.ReadDataAsync(data => data.HandoffFollowUps.AsNoTracking().SingleAsync(Now));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(one => new KeyValuePair<string, string>(one.Name, one.Value)));
        return await http.PostAsync(path, content, Now);
    }

    [GeneratedRegex(@"https?://\S+/suivi/\S+")]
    private static partial Regex Links();
}
