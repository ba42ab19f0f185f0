using CroissanceConnectee.Browser.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SiteInChromium))]

namespace CroissanceConnectee.Browser.Tests;

public sealed class PagesTests(SiteInChromium site)
{
    [Fact]
    public async Task Shots()
    {
        foreach (var (w, h) in new[] { (1280, 900), (360, 640), (320, 256) })
        {
            foreach (var (n, a) in new[] { ("landing", "/"), ("simple", "/conversation"), ("data", "/donnees"), ("lost", "/nulle-part"), ("outbox", "/developpement/envois"), ("en", "/?lang=en") })
            {
                await using var v = await site.VisitAsync(w, h);
                await v.GoAsync(a);
                if (n == "simple") { await v.Page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync(); }
                await v.Page.ScreenshotAsync(new() { Path = $"/tmp/shots/{n}-{w}.png", FullPage = true });
                await v.Page.ScreenshotAsync(new() { Path = $"/tmp/shots/{n}-{w}-fold.png" });
                Console.Error.WriteLine($"{n} {w} sideways {await v.ScrollsSidewaysAsync()} {string.Join('|', v.Complaints)} {string.Join('|', await v.BarriersAsync())}");
            }
        }
    }
}
