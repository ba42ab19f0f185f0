using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CroissanceConnectee.Bot.Tests.Site;

/// A browser without script: follows redirects, keeps cookies, sends forms as they stand on the page.
internal sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient _http;

    public Visitor(BotApplication bot, string scheme = "http")
    {
        _http = bot.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri($"{scheme}://localhost") });
        // What the oldest text browsers send, more or less.
        _http.DefaultRequestHeaders.Add("Accept", "text/html, text/plain;q=0.5");
    }

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpResponseMessage Response { get; private set; } = null!;

    public HttpStatusCode Status => Response.StatusCode;

    /// What is written on the page, without its markup, every space as one.
    public string Words => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IEnumerable<string> Said => Page.QuerySelectorAll(".entries .theirs p").Select(line => line.TextContent);

    public string LastAnswer => Page.QuerySelector("#suite")!.TextContent;

    public async Task<Visitor> GoAsync(string address)
    {
        await ShowAsync(await _http.GetAsync(new Uri(address, UriKind.Relative)));
        return this;
    }

    public async Task<Visitor> BeginAsync()
    {
        await GoAsync("/conversation");
        return await PressAsync("Commencer");
    }

    public Task<Visitor> SayAsync(string text) => PressAsync("Envoyer", ("text", text));

    /// Presses the button with this label: sends the form that it stands in.
    public Task<Visitor> PressAsync(string label, params (string Name, string Value)[] typed) => SubmitAsync(Fill(label, typed));

    /// The form of that button, as it would be sent: for sending it late, or twice.
    public FilledForm Fill(string label, params (string Name, string Value)[] typed)
    {
        var button = Page.QuerySelectorAll<IHtmlButtonElement>("button").First(one => one.TextContent.Trim() == label);
        var form = button.Form!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(field => field.Name!, field => field.Value);
        if (button.Name is { Length: > 0 } name)
        {
            fields[name] = button.Value;
        }

        foreach (var (key, value) in typed)
        {
            fields[key] = value;
        }

        return new FilledForm(form.GetAttribute("action")!, fields);
    }

    public async Task<Visitor> SubmitAsync(FilledForm form)
    {
        using var content = new FormUrlEncodedContent(form.Fields);
        await ShowAsync(await _http.PostAsync(new Uri(form.Address, UriKind.Relative), content));
        return this;
    }

    public void Dispose() => _http.Dispose();

    private async Task ShowAsync(HttpResponseMessage response)
    {
        Response = response;
        Page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
    }
}

internal sealed record FilledForm(string Address, IReadOnlyDictionary<string, string> Fields);
