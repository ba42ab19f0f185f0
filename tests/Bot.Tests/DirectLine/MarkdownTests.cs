using CroissanceConnectee.Bot.Channels.Web.DirectLine;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("Le taux est de 19 % (depuis 2007).", "Le taux est de 19 % (depuis 2007).")]
    [InlineData("*gras* _italique_ `code`", "\\*gras\\* \\_italique\\_ \\`code\\`")]
    [InlineData("[lien](javascript:alert(1))", "\\[lien\\](javascript:alert(1))")]
    [InlineData("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>")]
    [InlineData("# titre", "\\# titre")]
    [InlineData("- liste", "\\- liste")]
    [InlineData("12. liste", "12\\. liste")]
    [InlineData("12) liste", "12\\) liste")]
    [InlineData("12.5 est un nombre, 3. aussi", "12\\.5 est un nombre, 3. aussi")]
    [InlineData(". point", ". point")]
    [InlineData("    code", "code")]
    [InlineData("un\ndeux\r\ntrois", "un\n\ndeux\n\ntrois")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("", "")]
    public void TextIsShownAsItIsWritten(string text, string markdown) => Assert.Equal(markdown, Markdown.Escape(text));

    [Fact]
    public void LinkKeepsToItsLabelAndItsAddress()
    {
        var link = Markdown.Link("Rapport [PDF]", new Uri("https://site.example/a_(b)?q=é"));

        Assert.Equal("[Rapport \\[PDF\\]](https://site.example/a_%28b%29?q=%C3%A9)", link);
    }

    [Fact]
    public void TitleCannotLeaveItsQuotationMarks() =>
        Assert.Equal("L'\\\"Insee\\\" et \\[autres\\]", Markdown.Title("L'\"Insee\"\net [autres]"));
}
