using System.Text.Json;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class ActivityRendererTests
{
    private static readonly Uri Site = new("https://croissance.example");
    private static readonly Cite Destatis = new("Destatis", new Uri("https://www.destatis.de/tva_(de)"), new DateOnly(2026, 5, 12));
    private static readonly Cite Insee = new("Insee", new Uri("https://www.insee.fr/x"), new DateOnly(2025, 1, 1));

    [Fact]
    public void WhatIsSaidWithItsSourcesIsOneMessage()
    {
        var activity = Assert.Single(Render(
            new Say("La TVA est de 19 %."), Destatis, new Say("Le taux réduit est de 7 %."), Destatis, new Say("En *France*, 20 %."), Insee));

        Assert.Equal("markdown", activity.TextFormat);
        Assert.Equal(
            """
            La TVA est de 19 %. [1]

            Le taux réduit est de 7 %. [1]

            En \*France\*, 20 %. [2]

            [1]: https://www.destatis.de/tva_%28de%29 "Destatis, 12 mai 2026"
            [2]: https://www.insee.fr/x "Insee, 1 janvier 2025"
            """,
            activity.Text);
    }

    [Fact]
    public void SourcesAreAlsoTheClaimsThatWebChatReads()
    {
        var activity = Assert.Single(Render(new Say("19 %."), Destatis, new Say("20 %."), Insee));

        var entity = JsonSerializer.SerializeToElement(new ActivitySet([activity], "1"), DirectLineJson.Wire.ActivitySet)
            .GetProperty("activities")[0].GetProperty("entities")[0];
        Assert.Equal(
            """{"citation":[{"position":1,"appearance":{"name":"Destatis, 12 mai 2026","url":"https://www.destatis.de/tva_(de)","@type":"DigitalDocument"},"@type":"Claim"},{"position":2,"appearance":{"name":"Insee, 1 janvier 2025","url":"https://www.insee.fr/x","@type":"DigitalDocument"},"@type":"Claim"}],"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":""}""",
            entity.GetRawText());
    }

    [Fact]
    public void WhatLeadsBackToAQuestionStandsApartFromTheAnswerBeforeIt()
    {
        var activities = Render(new Say("La TVA est de 19 %."), Destatis, new Say("Reprenons le diagnostic."), new Ask("Que vendez-vous ?", []));

        Assert.Equal(3, activities.Count);
        Assert.DoesNotContain("Reprenons", activities[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextWithoutLinksIsPlainAndNotEscaped()
    {
        var activity = Assert.Single(Render(new Say("Bonjour *vous*."), new Say("2e phrase_")));

        Assert.Equal("plain", activity.TextFormat);
        Assert.Equal("Bonjour *vous*.\n2e phrase_", activity.Text);
        Assert.Null(activity.Entities);
    }

    [Theory]
    [InlineData("/diagnostic/abc", "https://croissance.example/diagnostic/abc")]
    [InlineData("https://www.douane.gouv.fr/", "https://www.douane.gouv.fr/")]
    [InlineData("tel:+33123456789", "tel:+33123456789")]
    public void OfferIsALinkThatWorksOnAnySite(string address, string link)
    {
        var activity = Assert.Single(Render(new Say("C'est prêt."), new Offer("Voir", address)));

        Assert.Equal($"C'est prêt.\n\n[Voir]({link})", activity.Text);
        Assert.Equal("markdown", activity.TextFormat);
    }

    [Fact]
    public void QuestionIsAMessageOfItsOwnWithItsChoicesAndItsProgress()
    {
        var activities = Render(new Say("Bien."), new Ask("Combien êtes-vous ?", [new("diagnosis:1", "1 à 9"), new("diagnosis:2", "10 et plus")], new Progress(4, 14)));

        Assert.Equal(["Bien.", "Combien êtes-vous ?"], activities.Select(activity => activity.Text));
        Assert.Equal(["acceptingInput", "expectingInput"], activities.Select(activity => activity.InputHint));
        Assert.Null(activities[0].SuggestedActions);
        Assert.Equal(
            [new CardAction("1 à 9", "1 à 9", "1 à 9", new ChoiceValue("diagnosis:1")), new CardAction("10 et plus", "10 et plus", "10 et plus", new ChoiceValue("diagnosis:2"))],
            activities[1].SuggestedActions!.Actions);
        Assert.Equal("messageBack", activities[1].SuggestedActions!.Actions[0].Type);
        Assert.Equal("""{"progress":{"step":4,"of":14}}""", activities[1].ChannelData!.Value.GetRawText());
    }

    [Fact]
    public void PartsKeepTheirOrderAroundAQuestion()
    {
        var activities = Render(new Ask("Un ?", []), new Say("Deux."), new Ask("Trois ?", [new("a:b", "Oui")]), new Say("Quatre."));

        Assert.Equal(["Un ?", "Deux.", "Trois ?", "Quatre."], activities.Select(activity => activity.Text));
        Assert.Equal(["c|0000000.1", "c|0000000.2", "c|0000000.3", "c|0000000.4"], activities.Select(activity => activity.Id));
        Assert.Null(activities[0].SuggestedActions);
    }

    [Fact]
    public void AnswersAreInTheLanguageOfTheReply()
    {
        var reply = new Reply([new Say("19 %."), Destatis]) { Language = Language.English };

        var activity = Assert.Single(ActivityRenderer.Render([Entry(reply)], "c", Site, 0).Activities);

        Assert.Equal("en-GB", activity.Locale);
        Assert.EndsWith("\"Destatis, 12 May 2026\"", activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SilentBotOnlyShowsWhatThePersonSaid()
    {
        var entry = new TranscriptEntry { ConversationId = "web/c", Sequence = 7, MessageId = "m", At = default, Text = "Allô ?", Reply = Reply.Empty };

        var set = ActivityRenderer.Render([entry], "c", Site, 7);

        Assert.Equal("c|0000007", Assert.Single(set.Activities).Id);
        Assert.Equal("8", set.Watermark);
    }

    [Fact]
    public void NothingNewLeavesTheWatermarkWhereItWas() => Assert.Equal("7", ActivityRenderer.Render([], "c", Site, 7).Watermark);

    private static IReadOnlyList<Activity> Render(params ReplyPart[] parts) =>
        ActivityRenderer.Render([Entry(new Reply(parts))], "c", Site, 0).Activities;

    private static TranscriptEntry Entry(Reply reply) =>
        new() { ConversationId = "web/c", Sequence = 0, MessageId = "m", At = default, Reply = reply };
}
