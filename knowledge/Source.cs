namespace CroissanceConnectee.Knowledge;

/// <summary>The very page that says something, and the day on which it was true; the address is http or https.</summary>
public sealed record Source(string Id, string Name, Uri Url, DateOnly Date);
