using System.Xml.Linq;

namespace CroissanceConnectee.Testing;

/// What becomes of a caller who is put through, records a message, or waits.
public sealed partial class Caller
{
    /// Whom the line rings.
    public IReadOnlyList<string> Rung => [.. Verb("Dial").Elements().Select(leg => leg.Value)];

    /// The expert picks up, hears the whisper on a leg of its own, and presses a key, or none. True when the two were put through.
    public async Task<(bool Bridged, string Whispered)> ExpertPressesAsync(string? key)
    {
        var dial = Verb("Dial");
        var leg = new Caller(Http, Line, Call + "-leg", dial.Elements().First().Value, sign) { _at = _at };
        await leg.AskAsync(leg.Address(dial.Elements().First(), "url"), ("ParentCallSid", Call), ("Direction", "outbound-dial"));
        var whispered = leg.Heard;
        if (key is not null)
        {
            await leg.PressAsync(key);
        }
        else
        {
            await leg.FallThroughAsync();
        }

        // An empty document puts them through; a Hangup declines.
        var bridged = key is not null && !leg._hungUp;
        await DialEndsAsync("completed", bridged);
        return (bridged, whispered);
    }

    /// A firm that is called back picks up, talks, and hangs up.
    public Task FirmTalksAsync() => DialEndsAsync("completed", bridged: true);

    /// busy, no-answer, failed, canceled.
    public Task ExpertIsNotReachedAsync(string status) => DialEndsAsync(status, bridged: false);

    public Task LeaveMessageAsync(int seconds) => AskAsync(
        Address(Verb("Record"), "action"),
        ("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1"),
        ("RecordingSid", "RE1"),
        ("RecordingDuration", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Digits", "#"));

    private Task DialEndsAsync(string status, bool bridged) => AskAsync(
        Address(Verb("Dial"), "action"),
        ("DialCallStatus", status),
        ("DialCallSid", Call + "-leg"),
        ("DialBridged", bridged ? "true" : "false"),
        ("DialCallDuration", bridged ? "62" : "0"));

    private XElement Verb(string name) => Waits is { } verb && verb.Name.LocalName == name
        ? verb
        : throw new InvalidOperationException($"The line does not wait for {name}:\n{string.Join('\n', Transcript)}");
}
