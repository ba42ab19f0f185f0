namespace CroissanceConnectee.Knowledge;

/// <summary>
/// What a person asks. Any text is accepted. <see cref="Markets"/> and <see cref="Theme"/> are what the conversation is already about:
/// they complete a question that names none ("et en Espagne ?", "et les retours ?") and give way to one that does.
/// </summary>
public sealed record Question(string Text, string Language = "fr")
{
    public IReadOnlyList<string> Markets { get; init; } = [];
    public string? Theme { get; init; }
}
