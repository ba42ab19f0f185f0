using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Answers;

public sealed class AnswersApiTests
{
    [Fact]
    public async Task AnswerComesWithItsPassageAndItsSource()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        var answer = await AskAsync(bot, "q=comment+payent+les+allemands");

        Assert.Equal("Answer", answer.GetProperty("outcome").GetString());
        Assert.Equal("DE", answer.GetProperty("markets")[0].GetString());
        var sentence = answer.GetProperty("sentences")[0];
        Assert.Contains("PayPal", sentence.GetProperty("text").GetString(), StringComparison.Ordinal);
        var citation = sentence.GetProperty("citation");
        Assert.StartsWith("https://", citation.GetProperty("sources")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
        var page = new Uri(citation.GetProperty("page").GetString()!);
        await visitor.GoAsync(page.PathAndQuery);
        Assert.Contains(sentence.GetProperty("text").GetString()!, visitor.Page.GetElementById(page.Fragment[1..])!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatElseMayBeMeantComesBesideTheAnswer()
    {
        await using var bot = new BotApplication();

        var answer = await AskAsync(bot, "q=Quand+j'exp%C3%A9die+%C3%A0+un+client+au+Japon,+est-ce+que+je+facture+la+TVA+fran%C3%A7aise");

        Assert.NotEqual(
            answer.GetProperty("sentences")[0].GetProperty("citation").GetProperty("page").GetString(),
            answer.GetProperty("otherwise").GetProperty("sentences")[0].GetProperty("citation").GetProperty("page").GetString());
    }

    [Theory]
    [InlineData("q=quel+taux+de+TVA&market=de", "19")]
    [InlineData("q=quel+taux+de+TVA&market=Allemagne", "19")]
    [InlineData("q=what+is+the+VAT+rate&market=DE&lang=en", "19")]
    public async Task MarketMayBeGivenBesideTheQuestion(string query, string figure)
    {
        await using var bot = new BotApplication();

        var answer = await AskAsync(bot, query);

        Assert.Equal("Answer", answer.GetProperty("outcome").GetString());
        Assert.Contains(figure, answer.GetProperty("facts").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheArticlesDoNotSayIsNoAnswer()
    {
        await using var bot = new BotApplication();

        var answer = await AskAsync(bot, "q=qui+gagnera+la+coupe+du+monde+de+football");

        Assert.Equal("NoAnswer", answer.GetProperty("outcome").GetString());
        Assert.False(string.IsNullOrEmpty(answer.GetProperty("reason").GetString()));
        Assert.Equal(0, answer.GetProperty("sentences").GetArrayLength());
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=%20%20", "q")]
    [InlineData("q=tva&market=Atlantide", "market")]
    [InlineData("q=tva&market=%3Cscript%3E", "market")]
    [InlineData("q=tva&lang=de", "lang")]
    public async Task WrongParameterIsNamedAsAProblem(string query, string parameter)
    {
        await using var bot = new BotApplication();

        using var answer = await bot.CreateClient().GetAsync(new Uri($"/api/answers?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("*:*")]
    [InlineData("a OR (")]
    [InlineData("tva~ \"")]
    [InlineData("日本の税金")]
    [InlineData("<script>alert(1)</script>")]
    public async Task AnyTextIsOnlyText(string question)
    {
        await using var bot = new BotApplication();

        var answer = await AskAsync(bot, "q=" + Uri.EscapeDataString(question));

        Assert.NotEqual(JsonValueKind.Undefined, answer.GetProperty("outcome").ValueKind);
    }

    [Fact]
    public async Task EverySiteMayAsk()
    {
        await using var bot = new BotApplication();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/answers?q=tva+allemagne", UriKind.Relative));
        request.Headers.Add("Origin", "https://chambre.example");

        using var answer = await bot.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TooManyQuestionsAreRefusedAsAProblem()
    {
        await using var bot = new BotApplication(("RateLimits:PerAddress", "1"));
        using var http = bot.CreateClient();

        using var first = await http.GetAsync(new Uri("/api/answers?q=tva", UriKind.Relative), TestContext.Current.CancellationToken);
        using var second = await http.GetAsync(new Uri("/api/answers?q=tva", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task DescriptionTellsOfTheAnswersAndOfNothingPrivate()
    {
        await using var bot = new BotApplication();

        var description = await bot.CreateClient().GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        var operation = description.GetProperty("paths").GetProperty("/api/answers").GetProperty("get");
        Assert.Equal(["q", "market", "lang"], operation.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.True(operation.GetProperty("responses").TryGetProperty("400", out _));
        Assert.DoesNotContain("/v3/directline", description.GetRawText(), StringComparison.Ordinal);
    }

    private static Task<JsonElement> AskAsync(BotApplication bot, string query) =>
        bot.CreateClient().GetFromJsonAsync<JsonElement>(new Uri($"/api/answers?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
}
