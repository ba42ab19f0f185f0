namespace CroissanceConnectee.Knowledge;

/// <summary>A part of an article under one heading; the anchor is one of <see cref="Themes"/> and unique in the article.</summary>
public sealed record Section(string Anchor, string Title, IReadOnlyList<Passage> Passages);

/// <summary>How a passage stands on the page.</summary>
public enum PassageForm
{
    Paragraph,
    Bullet,
    Step,
}

/// <summary>
/// One paragraph or list item, as plain text that can be quoted alone. Its id ("allemagne#payment-2") stays the same as long as the
/// passages before it in its section do; it has at least one source.
/// </summary>
public sealed record Passage(string Id, string Section, PassageForm Form, string Text, IReadOnlyList<Source> Sources);
