using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CroissanceConnectee.Browser.Tests;

/// The report of a firm that went through the whole diagnosis.
public sealed partial class ReportTests(SiteInChromium site)
{
    [Theory]
    [InlineData(1280, 900, "fr")]
    [InlineData(360, 640, "en")]
    [InlineData(320, 256, "fr")]
    public async Task ReportFitsItsWindowAndHasNoSeriousBarrier(int width, int height, string language)
    {
        await using var visitor = await site.VisitAsync(width, height);
        var report = await DiagnosedAsync(site.Bot.Address);

        await visitor.GoAsync($"{report}?lang={language}");

        await Expect(visitor.Page.Locator(".radar")).ToBeVisibleAsync();
        Assert.False(await visitor.ScrollsSidewaysAsync());
        Assert.Empty(await visitor.BarriersAsync());
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task AnswerIsChangedInTheChatAndTheReportFollows()
    {
        await using var visitor = await site.VisitAsync();
        var report = await DiagnosedAsync(site.Bot.Address);
        await visitor.GoAsync(report);

        await visitor.Page.Locator(".answers a[href$='question=headcount']").ClickAsync();
        await Expect(visitor.Bubbles.Filter(new() { HasText = "Combien de personnes travaillent" })).ToBeVisibleAsync();
        await visitor.SayAsync("37");
        await Expect(visitor.Bubbles.Filter(new() { HasText = "37 personnes" })).ToBeVisibleAsync();

        await visitor.GoAsync(report);
        await Expect(visitor.Page.Locator(".answers")).ToContainTextAsync("37 personnes");
    }

    /// The address of the report of a firm that always takes the first answer it is offered.
    private static async Task<string> DiagnosedAsync(Uri site)
    {
        using var http = new HttpClient { BaseAddress = site };
        var chat = await http.GetFromJsonAsync<JsonElement>("/chat/token", Cancellation);
        var path = $"/v3/directline/conversations/{chat.GetProperty("conversationId").GetString()}/activities";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", chat.GetProperty("token").GetString());
        object activity = new { type = "message", text = "diagnostic", value = new { choice = "diagnosis:start" } };
        // Twice as many as a firm is asked.
        for (var turn = 0; turn < 40; turn++)
        {
            using var accepted = await http.PostAsJsonAsync(path, activity, Cancellation);
            accepted.EnsureSuccessStatusCode();
            var said = (await http.GetFromJsonAsync<JsonElement>(path, Cancellation)).GetProperty("activities");
            if (Report().Match(said.GetRawText()) is { Success: true } report)
            {
                return report.Value;
            }

            var choices = said.EnumerateArray().Last().GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().ToList();
            // A question that takes several is closed as soon as it has one.
            var done = choices.FindIndex(choice => choice.GetProperty("value").GetRawText().Contains(":done", StringComparison.Ordinal));
            var taken = choices[Math.Max(done, 0)];
            activity = new { type = "message", text = taken.GetProperty("title").GetString(), value = taken.GetProperty("value") };
        }

        throw new InvalidOperationException("The diagnosis does not end.");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [GeneratedRegex(@"/diagnostic/[\w-]{22}")]
    private static partial Regex Report();
}
