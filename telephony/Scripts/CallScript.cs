using System.Text.Json.Serialization;

namespace CroissanceConnectee.Telephony;

/// <summary>
/// What the caller hears, then the one thing that happens next. Any script can be carried out on either transport: prompts are said
/// while listening when the ending is an interruptible <see cref="Listen"/>.
/// </summary>
public sealed record CallScript(IReadOnlyList<Prompt> Prompts, Ending Ending)
{
    public CallScript(string text, Ending ending)
        : this([new Speak(text)], ending)
    {
    }

    [JsonConstructor]
    private CallScript(IReadOnlyList<Prompt> prompts, Ending ending, string language)
        : this(prompts, ending) => Language = language;

    /// <summary>Of voice and of recognition: `fr-FR`, `en-GB`.</summary>
    public string Language { get; init; } = "fr-FR";
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Speak), "speak")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Sound), "sound")]
public abstract record Prompt;

/// <summary>Words of any length; long ones are cut at the ends of sentences. A string is a part as well.</summary>
[method: JsonConstructor]
public sealed record Speak(IReadOnlyList<SpokenPart> Parts) : Prompt
{
    public Speak(string text)
        : this([new Words(text)])
    {
    }

    /// <summary>When it is not the script's.</summary>
    public string? Language { get; init; }

    /// <summary>What is said, without how.</summary>
    [JsonIgnore]
    public string Text => string.Concat(Parts.Select(part => part.Text));
}

public sealed record Pause(TimeSpan Length) : Prompt;

/// <summary>A sound file, absolute or relative to `/telephony/`.</summary>
public sealed record Sound(string Address) : Prompt;

/// <summary>A piece of speech. Text may hold anything: it is never read as markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "as")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(SayAs), "sayAs")]
[JsonDerivedType(typeof(Foreign), "foreign")]
[JsonDerivedType(typeof(Alias), "alias")]
[JsonDerivedType(typeof(Break), "break")]
public abstract record SpokenPart(string Text)
{
    public static implicit operator SpokenPart(string text) => new Words(text);
}

public sealed record Words(string Text) : SpokenPart(Text);

/// <summary>An acronym letter by letter, a number digit by digit, …</summary>
public sealed record SayAs(string Text, SpokenForm Form) : SpokenPart(Text);

/// <summary>Words of another language, pronounced as there: `en-GB`.</summary>
public sealed record Foreign(string Text, string Language) : SpokenPart(Text);

/// <summary>Written one way and said another.</summary>
public sealed record Alias(string Text, string Spoken) : SpokenPart(Text);

/// <summary>A breath inside a sentence.</summary>
public sealed record Break(TimeSpan Length) : SpokenPart("");

public enum SpokenForm
{
    Characters,
    Cardinal,
    Ordinal,
    Digits,
    Telephone,
    Date,
}
