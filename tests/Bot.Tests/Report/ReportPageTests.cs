using System.Net;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Report;

public sealed class ReportPageTests
{
    [Fact]
    public async Task FinishedDiagnosisShowsWhatTheEngineMakesOfTheAnswers()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        var result = bot.Services.GetRequiredService<DiagnosisEngine>().Result(diagnosis);

        var page = await bot.OpenAsync(diagnosis.Address());

        Assert.Equal($"Niveau {result.Level.Step} sur 4", page.Reads(".level .step"));
        Assert.Equal(result.Level.Name.Fr, page.Reads(".level .name"));
        Assert.Equal(
            result.Axes.Select(axis => axis.Known ? $"{axis.Name.Fr} {axis.Score}" : $"{axis.Name.Fr} pas encore connu"),
            page.QuerySelectorAll(".scores tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent)).Plain()));
        Assert.InRange(result.Plan.Count, 3, 7);
        Assert.Equal(result.Plan.Select(action => action.Title.Fr), page.QuerySelectorAll(".plan h3").Select(title => title.TextContent.Plain()));
        Assert.All(result.Plan, action => Assert.Contains(action.Because.Fr.Plain(), page.Reads(".because"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlanLeadsToArticlesWithTheNamesAndDatesOfTheirSources()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var page = await bot.OpenAsync(diagnosis.Address());

        var cards = page.QuerySelectorAll(".plan .article");
        Assert.NotEmpty(cards);
        Assert.All(cards, card =>
        {
            var source = card.QuerySelector("ul.sources a");
            Assert.StartsWith("http", source?.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Matches(@", au (1er|\d+) \p{L}+ 20\d\d$", source?.TextContent);
        });
    }

    [Fact]
    public async Task BudgetAndHeadcountDecideTheRegionalAid()
    {
        await using var bot = new BotApplication();
        var eligible = await bot.SeedAsync(Firms.SoapMaker);
        var online = await bot.SeedAsync(Firms.SoapMaker.With("channels", Answer.Of("online_only")));

        var yes = await bot.OpenAsync(eligible.Address());
        var no = await bot.OpenAsync(online.Address());

        Assert.Contains("pour 5 000 € environ", yes.Reads(".verdict"), StringComparison.Ordinal);
        Assert.DoesNotContain("€", no.Reads(".verdict"), StringComparison.Ordinal);
        Assert.Contains("pas pour vous", no.Reads(".verdict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswerLeadsBackToItsQuestionInTheChat()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var page = await bot.OpenAsync(diagnosis.Address());

        Assert.Equal(
            diagnosis.Progress.Answers.Keys.Order().Select(question => $"/?reprendre={diagnosis.ResumeCode}&question={question}"),
            page.QuerySelectorAll(".answers a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Contains("12 personnes dit", page.Reads(".answers li"), StringComparison.Ordinal);
        Assert.Contains("Pas de réponse à préciser", page.Reads(".answers li"), StringComparison.Ordinal);
        Assert.Equal(diagnosis.ResumeCode, page.Reads(".code"));
    }

    [Fact]
    public async Task CorrectedAnswerShowsAtOnce()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        await bot.ReadDataAsync(data =>
        {
            data.Diagnoses.Single().Progress = diagnosis.Progress with
            {
                Answers = new Dictionary<string, Answer>(diagnosis.Progress.Answers) { ["headcount"] = Answer.OfFigure(60, "medium") },
            };
            return data.SaveChangesAsync(ReportPages.Cancellation);
        });

        var page = await bot.OpenAsync(diagnosis.Address());

        Assert.Contains("60 personnes", page.Reads(".answers"), StringComparison.Ordinal);
        Assert.Contains("à vérifier", page.Reads(".verdict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChartIsAnImageWithATitleAndTheScoresInWords()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var page = await bot.OpenAsync(diagnosis.Address());

        var chart = page.QuerySelector("svg.radar")!;
        Assert.Equal("img", chart.GetAttribute("role"));
        Assert.Equal("Vos notes par domaine", chart.QuerySelector("title")!.TextContent);
        Assert.Equal(6, chart.QuerySelector("desc")!.TextContent.Split(" ; ").Length);
        Assert.Equal(6, chart.QuerySelectorAll("text").Length);
        Assert.Empty(page.QuerySelectorAll("[style], script:not([nonce])"));
    }

    [Fact]
    public async Task UnfinishedDiagnosisSaysWhatIsMissingAndOffersToGoOn()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker, most: 6);

        var page = await bot.OpenAsync(diagnosis.Address());

        Assert.Matches(@"Questions encore à poser : \d+\.", page.Reads(".unfinished"));
        Assert.Equal($"/?reprendre={diagnosis.ResumeCode}", page.QuerySelector(".unfinished a")!.GetAttribute("href"));
        Assert.Contains("Il faut quelques réponses de plus pour dire où vous en êtes", page.Reads(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".radar"));
        Assert.Equal(6, page.QuerySelectorAll(".answers li").Length);
    }

    [Fact]
    public async Task DiagnosisWithoutAnAnswerIsStillAPage()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker, most: 0);

        var page = await bot.OpenAsync(diagnosis.Address());

        Assert.Contains("Il faut quelques réponses de plus pour vous proposer un plan", page.Reads(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".answers"));
    }

    [Fact]
    public async Task ReportPastItsTimeLooksLikeOneThatNeverWas()
    {
        var clock = new FakeTimeProvider(Firms.Today.AddDays(180).AddSeconds(-1));
        await using var bot = new BotApplication { Clock = clock };
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        using var http = bot.CreateClient();
        await http.OpenAsync(diagnosis.Address());

        clock.Advance(TimeSpan.FromSeconds(1));
        var expired = await http.OpenAsync(diagnosis.Address(), HttpStatusCode.NotFound);
        var unknown = await http.OpenAsync("/diagnostic/AAAAAAAAAAAAAAAAAAAAAA", HttpStatusCode.NotFound);

        Assert.Equal(unknown.Reads(), expired.Reads());
        Assert.Contains("Ce rapport n'est pas là", expired.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportIsInEnglishWhenAskedOrWhenTheFirmSpokeEnglish()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);

        var french = await bot.OpenAsync(diagnosis.Address());
        var asked = await bot.OpenAsync(diagnosis.Address() + "?lang=en");
        await bot.ReadDataAsync(data =>
        {
            data.Conversations.Add(new Conversation
            {
                Id = "test/english",
                StartedAt = Firms.Today,
                DiagnosisId = diagnosis.Id,
                State = ConversationState.New with { Language = Language.English },
            });
            return data.SaveChangesAsync(ReportPages.Cancellation);
        });
        var spoken = await bot.OpenAsync(diagnosis.Address());

        Assert.Equal("fr", french.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("en", "en"), (asked.DocumentElement.GetAttribute("lang"), spoken.DocumentElement.GetAttribute("lang")));
        Assert.Equal("Your diagnosis for selling online abroad", spoken.Reads("h1"));
        Assert.Contains("12 people", spoken.Reads(".answers"), StringComparison.Ordinal);
        Assert.Equal(asked.Reads(), spoken.Reads());
    }

    [Fact]
    public async Task AddressOfAReportStaysBetweenTheFirmAndTheSite()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker);
        using var http = bot.CreateClient();

        using var answer = await http.GetAsync(diagnosis.Address(), ReportPages.Cancellation);

        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["noindex, nofollow"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task WordsOfTheFirmAreTextAndNeverMarkup()
    {
        await using var bot = new BotApplication();
        var diagnosis = await bot.SeedAsync(Firms.SoapMaker.With("region", new Answer { Text = "<script>alert(1)</script><b>\"'\u202E" }));

        var page = await bot.OpenAsync(diagnosis.Address());

        Assert.Contains("<script>alert(1)</script><b>\"'", page.Reads(".answers"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script, main b"));
        Assert.DoesNotContain("\u202E", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverTriesManyAddressesIsToldToWait()
    {
        await using var bot = new BotApplication(("RateLimits:PerAddress", "5"));
        using var http = bot.CreateClient();
        for (var guess = 0; guess < 5; guess++)
        {
            await http.OpenAsync("/diagnostic/" + Bot.Data.Codes.NewToken(), HttpStatusCode.NotFound);
        }

        using var refused = await http.GetAsync("/diagnostic/" + Bot.Data.Codes.NewToken(), ReportPages.Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }
}
