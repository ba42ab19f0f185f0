using System.Text.Json;

namespace CroissanceConnectee.Conformance.Tests;

/// The official `botframework-directlinejs`, unchanged, in both of its modes: over a WebSocket and polling.
public sealed class DirectLineClientTests(DirectLineTalks talks) : IClassFixture<DirectLineTalks>
{
    private const int Online = 2;
    private const int ExpiredToken = 3;

    [Theory, InlineData(true), InlineData(false)]
    public async Task ClientGoesOnlineAndIsGreeted(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);

        Assert.Contains(Online, talk["statuses"].EnumerateArray().Select(status => status.GetInt32()));
        Assert.NotEmpty(talk["welcome"].GetProperty("suggestedActions").GetProperty("actions").EnumerateArray());
        Assert.Equal("fr-FR", talk["welcome"].GetProperty("locale").GetString());
        Assert.Equal(webSocket, talk["openedSockets"].GetInt32() > 0);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ClientSeesItsOwnMessageComeBackUnderTheTokensUser(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);
        var echo = talk["echo"];

        Assert.Equal("Bonjour", echo.GetProperty("text").GetString());
        Assert.Equal(talk.Text("saidId"), echo.GetProperty("id").GetString());
        Assert.Equal(talk.Grant.User, echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
        Assert.NotEmpty(talk["answers"].EnumerateArray());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task MessageSentTwiceCountsOnce(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);

        Assert.Equal(talk.Text("saidId"), talk.Text("again"));
        Assert.Single(talk.Texts("seen"), talk.Text("saidId"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ChosenSuggestionKeepsItsLabelAndItsValue(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);
        var suggestion = talk["welcome"].GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().Last();
        var echo = talk["chosenEcho"];

        Assert.Equal(suggestion.GetProperty("title").GetString(), echo.GetProperty("text").GetString());
        Assert.Equal(
            suggestion.GetProperty("title").GetString(),
            echo.GetProperty("channelData").GetProperty("messageBack").GetProperty("displayText").GetString());
        Assert.True(JsonElement.DeepEquals(suggestion.GetProperty("value"), echo.GetProperty("value")));
        Assert.Contains("téléphone", talk["chosenAnswers"].EnumerateArray().Last().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task NothingIsSeenTwiceOrOutOfOrder(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);

        Assert.Equal(talk.Texts("seen").Order(StringComparer.Ordinal).Distinct(), talk.Texts("seen"));
    }

    [Fact]
    public async Task ClientWhoseConnectionBreaksIsToldWhatItMissed()
    {
        var talk = await talks.TalkAsync(webSocket: true);

        Assert.True(talk["reconnected"].GetBoolean());
        Assert.Equal("Pendant la coupure", talk["missed"].GetProperty("text").GetString());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task AnotherPageGoesOnFromTheWatermark(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);

        Assert.Empty(talk.Texts("seen").Intersect(talk.Texts("seenLater")));
        Assert.Equal(talk.Text("laterId"), talk.Texts("seenLater")[0]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task RefreshedTokenAndSessionIdAreThoseOfTheConversation(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);

        Assert.Equal(talk.Grant.Conversation, talk["refreshed"].GetProperty("conversationId").GetString());
        Assert.Equal(talk.Grant.Conversation, talk.Text("sessionId"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ClientWithAnExpiredTokenMayRetryAndIsRepairedByANewOne(bool webSocket)
    {
        var talk = await talks.TalkAsync(webSocket);

        Assert.Equal("retry", talk.Text("withExpired"));
        Assert.Equal(ExpiredToken, talk["statusWhenExpired"].GetInt32());
        Assert.Contains(talk.Text("sentAgain"), talk.Texts("seenLater"));
    }
}
