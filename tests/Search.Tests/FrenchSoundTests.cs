using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Search.Tests;

public class FrenchSoundTests
{
    [Theory]
    [InlineData("otorisation", "autorisation")]
    [InlineData("mexiquain", "mexicain")]
    [InlineData("livrezon", "livraison")]
    [InlineData("emballaje", "emballage")]
    [InlineData("farmacie", "pharmacie")]
    public void WhatIsWrittenByEarSoundsLikeWhatWasMeant(string typed, string meant) =>
        Assert.Equal(FrenchSound.Of(meant), FrenchSound.Of(typed));

    [Theory]
    [InlineData("douane", "domaine")]
    [InlineData("vente", "vendee")]
    [InlineData("colis", "client")]
    public void OtherWordsSoundOtherwise(string one, string other) => Assert.NotEqual(FrenchSound.Of(one), FrenchSound.Of(other));

    [Theory]
    [InlineData("koman", true)]
    [InlineData("jusca", true)]
    [InlineData("purquoi", false)]
    [InlineData("douane", false)]
    public void SmallWordsAreKnownByTheirSound(string typed, bool isSmall) =>
        Assert.Equal(isSmall, FrenchAnalysis.SoundsLikeStopWord(typed));
}
