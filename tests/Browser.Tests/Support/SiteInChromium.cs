using CroissanceConnectee.Testing;
using Microsoft.Playwright;

namespace CroissanceConnectee.Browser.Tests.Support;

/// The product as a process, and Debian's Chromium to look at it. One of each for all tests; a page, with cookies of its own, for each.
public sealed class SiteInChromium : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BotProcess Bot { get; private set; } = null!;

    public bool HasBrowser => _browser is not null;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        // A machine that builds and tests at the same time is slower than any visitor's.
        Assertions.SetDefaultExpectTimeout(20_000);
        Bot = await BotProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task<Visitor> VisitAsync(int width = 1280, int height = 900, bool script = true, bool byName = false, BotProcess? bot = null)
    {
        EnsureBrowser();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            // A passkey belongs to a name: there are none for an address in figures.
            BaseURL = byName ? new UriBuilder((bot ?? Bot).Address) { Host = "localhost" }.Uri.AbsoluteUri : (bot ?? Bot).Address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visitor(context, await context.NewPageAsync());
    }

    /// Skips the test that cannot look at anything; an error where it must not be skipped.
    public void EnsureBrowser()
    {
        if (_browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "No Chromium to look at the pages with: apt-get install chromium");
            Assert.Fail("CI must look at the pages: apt-get install chromium");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            _playwright!.Dispose();
            await Bot.DisposeAsync();
        }
    }
}
