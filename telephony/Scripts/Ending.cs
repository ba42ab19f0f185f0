using System.Text.Json.Serialization;

namespace CroissanceConnectee.Telephony;

/// <summary>What happens when the prompts have been said. Whatever comes of it comes back as the next <see cref="CallTurn"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Listen), "listen")]
[JsonDerivedType(typeof(Dial), "dial")]
[JsonDerivedType(typeof(JoinConference), "conference")]
[JsonDerivedType(typeof(Enqueue), "enqueue")]
[JsonDerivedType(typeof(TakeNextWaiting), "take")]
[JsonDerivedType(typeof(RecordMessage), "record")]
[JsonDerivedType(typeof(GoOn), "goOn")]
[JsonDerivedType(typeof(HangUp), "hangUp")]
[JsonDerivedType(typeof(Reject), "reject")]
[JsonDerivedType(typeof(StopWaiting), "stopWaiting")]
[JsonDerivedType(typeof(KeepWaiting), "keepWaiting")]
public abstract record Ending;

public enum AnswerBy
{
    SpeechOrKeys,
    Speech,
    Keys,
}

/// <summary>Waits for the caller: <see cref="Spoke"/>, <see cref="Pressed"/> or <see cref="Silent"/>.</summary>
public sealed record Listen : Ending
{
    public AnswerBy By { get; init; }

    /// <summary>How many keys are enough. With 1 every key counts, `#` and `*` too; null: until the finish key, or a pause.</summary>
    public int? Digits { get; init; }

    /// <summary>Ends an entry of several keys; empty: none does.</summary>
    public string FinishKey { get; init; } = "#";

    /// <summary>Words that are likely, which help recognition: at most 500 of 100 characters are used.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>How long silence lasts before it is one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause that ends what the caller says; null: the provider decides.</summary>
    public TimeSpan? EndOfSpeech { get; init; }

    /// <summary>A recognition model, when the provider's default will not do.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>Whether the caller may cut the prompts short.</summary>
    public bool Interruptible { get; init; } = true;
}

/// <summary>Rings numbers (E.164 or `sip:`), all at once, and puts the first who takes the call through: <see cref="DialEnded"/>.</summary>
public sealed record Dial : Ending
{
    public Dial(params IReadOnlyList<string> numbers) =>
        Numbers = numbers is { Count: > 0 and <= 10 } && numbers.All(PhoneNumbers.CanBeDialled)
            ? numbers
            : throw new ArgumentException("One to ten numbers, as +33199002017 or sip:expert@example.fr.", nameof(numbers));

    public IReadOnlyList<string> Numbers { get; }

    /// <summary>What the person called hears, alone, before deciding. Null: whoever picks up is put through, an answering machine too.</summary>
    public Whisper? Whisper { get; init; }

    /// <summary>Shown to the person called: our number or the caller's. Null: the caller's.</summary>
    public string? From { get; init; }

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan? Limit { get; init; }

    /// <summary>Whether the caller gets back to us with the star key.</summary>
    public bool StarEnds { get; init; }
}

/// <param name="Text">Passes through an address that servers may log: no names, no numbers. At most 500 characters are kept.</param>
/// <param name="AcceptKey">The key that takes the call; any other, or none, declines.</param>
public sealed record Whisper(string Text, char AcceptKey = '1')
{
    public string Language { get; init; } = "fr-FR";
}

/// <summary>Puts the caller in a room that others join: needed for hold, coaching or a second expert. <see cref="DialEnded"/> after it.</summary>
public sealed record JoinConference(string Room) : Ending
{
    public bool StartsIt { get; init; } = true;

    public bool EndsIt { get; init; }

    public bool Muted { get; init; }

    /// <summary>A name for this participant, by which <see cref="ICallControl"/> finds it.</summary>
    public string? Label { get; init; }
}

/// <summary>Puts the caller in a queue, made on first use: <see cref="Waiting"/> over and over, then <see cref="QueueLeft"/>.</summary>
public sealed record Enqueue(string Queue) : Ending;

/// <summary>Puts this call, an expert's, through to the first of a queue: <see cref="DialEnded"/>.</summary>
public sealed record TakeNextWaiting(string Queue) : Ending;

/// <summary>Takes a spoken message: <see cref="MessageRecorded"/>. Say before it that it is recorded.</summary>
public sealed record RecordMessage : Ending
{
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    public string FinishKey { get; init; } = "#";

    public bool Beep { get; init; } = true;
}

/// <summary>Comes straight back as <see cref="Continued"/>: for something to say while something slow is done.</summary>
public sealed record GoOn : Ending;

public sealed record HangUp : Ending;

/// <summary>Refuses the call unanswered and unbilled; after prompts it hangs up, since the call is answered then.</summary>
public sealed record Reject(bool Busy = false) : Ending;

/// <summary>Takes the caller out of the queue it waits in.</summary>
public sealed record StopWaiting : Ending;

/// <summary>Nothing more to say while waiting; the same as <see cref="GoOn"/> outside a queue.</summary>
public sealed record KeepWaiting : Ending;
