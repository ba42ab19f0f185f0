namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class ResumeCodeTests
{
    [Theory]
    [InlineData("A3C4D7", "A3C4D7")]
    [InlineData("a3c4d7", "A3C4D7")]
    [InlineData("a3c 4d7", "A3C4D7")]
    [InlineData("A-3-C-4-D-7", "A3C4D7")]
    [InlineData("mon code c'est a3c4d7", "A3C4D7")]
    [InlineData("code AACDEF", "AACDEF")]
    [InlineData("le code : 346 799", "346799")]
    [InlineData("bonjour, a3c4d7 svp", "A3C4D7")]
    public void CodeIsReadHoweverItIsTyped(string said, string code)
    {
        var message = Notation.Read(said);

        Assert.Equal(code, message.ResumeCode);
        Assert.Empty(message.Numbers);
    }

    [Theory]
    [InlineData("cadeau")]
    [InlineData("marché")]
    [InlineData("4 cadre")]
    [InlineData("346 799")]
    [InlineData("A3C4D0")]
    [InlineData("A3C4D7E")]
    [InlineData("code postal 34670")]
    [InlineData("c'est quoi le code douanier")]
    [InlineData("j'ai perdu mon code")]
    [InlineData("on a 3 camaïeux en magasin et 4 autres")]
    public void OrdinaryWordsAreNoCode(string said)
    {
        var message = Notation.Read(said);

        Assert.Null(message.ResumeCode);
    }
}
