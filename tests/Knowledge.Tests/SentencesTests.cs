using CroissanceConnectee.Knowledge.Asking;

namespace CroissanceConnectee.Knowledge.Tests;

public class SentencesTests
{
    [Theory]
    [InlineData("Une phrase.", new[] { "Une phrase." })]
    [InlineData("Une phrase. Une autre ! Vraiment ? Oui…", new[] { "Une phrase.", "Une autre !", "Vraiment ?", "Oui…" })]
    [InlineData("Il dit « payez tout. » Puis il part.", new[] { "Il dit « payez tout. »", "Puis il part." })]
    [InlineData("Voir p. 12 et art. 3 du code. Fin.", new[] { "Voir p. 12 et art. 3 du code.", "Fin." })]
    [InlineData("Sur impots.gouv.fr, à 8.1 % env. 3 jours.", new[] { "Sur impots.gouv.fr, à 8.1 % env. 3 jours." })]
    [InlineData("L'entreprise M. Dupont et J. Martin vend. Beaucoup", new[] { "L'entreprise M. Dupont et J. Martin vend.", "Beaucoup" })]
    [InlineData("En 2025. 14 jours plus tard.", new[] { "En 2025.", "14 jours plus tard." })]
    [InlineData("", new string[0])]
    public void PassageIsCutWhereSentencesEnd(string passage, string[] sentences)
    {
        Assert.Equal(sentences, Sentences.Split(passage));
    }
}
