using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CroissanceConnectee.Browser.Tests;

public sealed class ChatTests(SiteInChromium site)
{
    [Fact]
    public async Task Shots()
    {
        foreach (var (w, h) in new[] { (1280, 900), (360, 640) })
        {
            await using var v = await site.VisitAsync(w, h);
            try
            {
                await v.OpenChatAsync();
                await v.Page.ScreenshotAsync(new() { Path = $"/tmp/shots/chat-{w}-1.png" });
                await v.Suggestion("Poser une question").ClickAsync();
                await v.Page.WaitForTimeoutAsync(2000);
                await v.SayAsync("Comment paient les Allemands ?");
                await v.Page.WaitForTimeoutAsync(2000);
            }
            finally
            {
                await v.Page.ScreenshotAsync(new() { Path = $"/tmp/shots/chat-{w}-2.png" });
                Console.Error.WriteLine($"chat {w} sideways {await v.ScrollsSidewaysAsync()} {string.Join('|', v.Complaints)} {string.Join('|', await v.BarriersAsync())}");
                Console.Error.WriteLine(await v.Chat.Locator(".transcript").InnerHTMLAsync());
            }
        }
    }
}
