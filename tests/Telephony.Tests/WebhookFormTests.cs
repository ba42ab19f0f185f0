using System.Text;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class WebhookFormTests
{
    [Fact]
    public void NothingIsTrimmedMergedOrLost()
    {
        var form = WebhookForm.Parse("b=+deux++&a=&b=1&c&=x&&%C3%A9t%C3%A9=d%27accord");

        Assert.Equal(
            [new("b", " deux  "), new("a", ""), new("b", "1"), new("c", ""), new("", "x"), new("été", "d'accord")],
            form);
        Assert.Equal(" deux  ", form["b"]);
        Assert.Null(form["B"]);
    }

    [Theory]
    [InlineData("a=%", "%")]
    [InlineData("a=%4", "%4")]
    [InlineData("a=%zz%41", "%zzA")]
    [InlineData("a=b=c", "b=c")]
    [InlineData("a=%00", "\0")]
    [InlineData("a=%FF", "\uFFFD")]
    public void OddEscapesAreKept(string encoded, string value) => Assert.Equal(value, WebhookForm.Parse(encoded)["a"]);

    [Fact]
    public void ManyParametersAreAllRead()
    {
        var encoded = new StringBuilder();
        for (var i = 0; i < 5000; i++)
        {
            encoded.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{i}={i}&");
        }

        Assert.Equal(5000, WebhookForm.Parse(encoded.ToString()).Count);
    }
}
