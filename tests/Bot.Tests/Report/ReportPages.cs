using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Report;

/// Reports as a browser gets them.
internal static partial class ReportPages
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Address(this Diagnosis diagnosis) => "/diagnostic/" + diagnosis.ReportToken;

    public static async Task<IHtmlDocument> OpenAsync(this BotApplication bot, string address)
    {
        using var http = bot.CreateClient();
        return await http.OpenAsync(address);
    }

    public static async Task<IHtmlDocument> OpenAsync(this HttpClient http, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await http.GetAsync(address, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// What is read in some part of the page.
    public static string Reads(this IHtmlDocument page, string selector = "main") =>
        string.Join(' ', page.QuerySelectorAll(selector).Select(element => element.TextContent)).Plain();

    /// One kind of space, whether it may break or not.
    public static string Plain(this string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
