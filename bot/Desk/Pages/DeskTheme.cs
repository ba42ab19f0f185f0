using CroissanceConnectee.Bot.Channels.Web.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;

namespace CroissanceConnectee.Bot.Desk.Pages;

/// The colours of the site for MudBlazor's components, in a style element with the page's nonce: MudBlazor's own has none.
public sealed class DeskTheme : MudThemeProvider
{
    private static readonly string[] Fonts = ["Atkinson Hyperlegible", "Segoe UI", "Roboto", "Arial", "sans-serif"];

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    protected override void OnInitialized()
    {
        Theme = new MudTheme
        {
            PaletteLight = new PaletteLight { Primary = "#0a4654", TextPrimary = "#14252b", TextSecondary = "#46585e", Black = "#14252b", LinesDefault = "#c4d3d5", TableLines = "#c4d3d5" },
            Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem" } },
        };
        base.OnInitialized();
    }

    protected override void BuildRenderTree(RenderTreeBuilder __builder)
    {
        __builder.OpenElement(0, "style");
        __builder.AddAttribute(1, "nonce", Http.Nonce());
        __builder.AddMarkupContent(2, BuildTheme());
        __builder.CloseElement();
    }
}
