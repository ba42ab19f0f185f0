namespace CroissanceConnectee.Knowledge;

/// <summary>A text in French and in English; neither is empty.</summary>
public sealed record LocalizedText(string Fr, string En)
{
    /// <summary>English for "en", French for any other language.</summary>
    public string In(string language) => language == "en" ? En : Fr;
}
