using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony;

/// One call by socket: the same turns as by documents, with words going out as they are ready and the silences timed here.
internal sealed class RelaySession : IAsyncDisposable
{
    // A product that always goes on without listening is broken; the documents carry on then.
    private const int MostWithoutListening = 10;

    // Keys of one entry follow each other; the wait is over sooner than that for words.
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromSeconds(3);

    // Somebody speaks; should the end of it never be told, the call goes on all the same.
    private static readonly TimeSpan LongestSpeech = TimeSpan.FromSeconds(60);

    private readonly RelaySocket _socket;
    private readonly TurnRunner _runner;
    private readonly RelayMemory _memory;
    private readonly ILogger _logger;
    private readonly string _publicAddress;
    private readonly TimeProvider _time;

    private CallTurn _turn;
    private Listen _listen;
    private string _language;
    private string _digits = "";
    private int _timerSetting;
    private ITimer? _timer;

    // Of the last reply: what the provider said was played, and whether the caller cut it.
    private string? _played;
    private bool _cut;

    // Whether the reply to the turn before is on its way; if not, nothing of it was heard.
    private bool _replied = true;

    public RelaySession(
        RelaySocket socket, TurnRunner runner, RelayMemory memory, TimeProvider time, ILogger logger, string publicAddress, RelayState begin)
    {
        (_socket, _runner, _memory, _time, _logger, _publicAddress) = (socket, runner, memory, time, logger, publicAddress);
        (_turn, _listen, _language) = (begin.Turn, begin.Listen, begin.Language);
    }

    /// Returns when the call is handed over; throws when the socket closes before, after noting where that was.
    public async Task RunAsync(int greetingLength, CancellationToken cancellation)
    {
        try
        {
            Wait(RelaySpeech.Length(greetingLength) + _listen.Patience);
            while (true)
            {
                var input = await _socket.Inputs.ReadAsync(cancellation);
                if (Read(input) is { } heard && await TakeTurnAsync(heard, cancellation))
                {
                    return;
                }
            }
        }
        finally
        {
            // Taken up by the next document of the call, unless that has been told already.
            _memory.Keep(_turn.CallId, new BreakOff(_turn.Number, _replied ? _played : ""));
        }
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// What the caller did, once it is complete.
    private CallInput? Read(RelayInput input)
    {
        switch (input)
        {
            case TimeUp up:
                return up.Setting != _timerSetting ? null : Entry() is { } entry ? entry : new Silent();
            case Received { Message.Type: "prompt" } prompt when !prompt.Message.IsLast:
                Wait(_listen.Patience);
                return null;
            case Received { Message.Type: "prompt" } prompt when !string.IsNullOrWhiteSpace(prompt.Message["voicePrompt"]):
                _turn = _turn with { Language = prompt.Message["lang"] is { Length: > 0 } language ? language : null };
                return new Spoke(prompt.Message["voicePrompt"], null);
            case Received { Message.Type: "dtmf" } key:
                return Press(key.Message["digit"]);
            case Received { Message.Type: "interrupt" } interrupt:
                (_played, _cut) = (interrupt.Message["utteranceUntilInterrupt"], true);
                Wait(_listen.Patience);
                return null;
            case Received { Message.Type: "info" } info:
                Note(info.Message["name"], info.Message["value"]);
                return null;
            case Received { Message.Type: "error" } error:
                TelephonyLog.RelayError(_logger, _turn.CallId, error.Message["description"]);
                return null;
            default:
                return null;
        }
    }

    /// What is being played tells when silence begins; without it the length of the words has to do.
    private void Note(string name, string value)
    {
        switch (name, value)
        {
            case ("agentSpeaking" or "clientSpeaking", "on"):
                Wait(LongestSpeech);
                break;
            case ("agentSpeaking" or "clientSpeaking", "off"):
                Wait(_digits.Length > 0 ? BetweenKeys : _listen.Patience);
                break;
            case ("tokensPlayed", _) when !_cut:
                _played = _played is { } before && !value.StartsWith(before, StringComparison.Ordinal) ? before + value : value;
                break;
            default:
                break;
        }
    }

    private Pressed? Press(string digit)
    {
        if (_listen.Digits != 1 && digit.Length == 1 && digit == _listen.FinishKey)
        {
            return Entry(digit) ?? new Pressed("", digit);
        }

        _digits += digit;
        if (_digits.Length >= (_listen.Digits ?? int.MaxValue))
        {
            return Entry();
        }

        Wait(BetweenKeys < _listen.Patience ? BetweenKeys : _listen.Patience);
        return null;
    }

    private Pressed? Entry(string? finishKey = null) => _digits.Length > 0 ? new Pressed(_digits, finishKey) : null;

    /// True when the call is handed over.
    private async Task<bool> TakeTurnAsync(CallInput input, CancellationToken cancellation)
    {
        StopWaiting();
        _digits = "";
        for (var round = 0; ; round++)
        {
            var turn = _turn with { Input = input, Id = _turn.Number.ToString(CultureInfo.InvariantCulture), Heard = _cut ? _played : null };
            (_played, _cut, _replied) = (null, false, false);
            var (script, apology) = await _runner.RunAsync(turn);
            _turn = _turn with { Number = turn.Number + 1, Apologies = apology ? turn.Apologies + 1 : 0, Language = null };
            if (script.Ending is Listen listen)
            {
                await SpeakAsync(script, listen.Interruptible, cancellation);
                _listen = listen;
                Wait(RelaySpeech.Length(RelaySpeech.Plain(script).Length) + listen.Patience);
                return false;
            }

            if (script.Ending is not (GoOn or KeepWaiting) || round == MostWithoutListening)
            {
                // What a session says last it may not say to the end: all of it is left to the document.
                var handover = JsonSerializer.Serialize(new Handover(_turn.Number, _turn.Apologies, script), RelayJson.Options);
                await _socket.SendAsync(new RelaySpeech.End(handover), cancellation);
                _replied = true;
                return true;
            }

            await SpeakAsync(script, interruptible: true, cancellation);
            input = new Continued();
        }
    }

    private async Task SpeakAsync(CallScript script, bool interruptible, CancellationToken cancellation)
    {
        if (script.Language != _language)
        {
            await _socket.SendAsync(new RelaySpeech.Switch(script.Language, script.Language), cancellation);
            _language = script.Language;
        }

        foreach (var message in RelaySpeech.Messages(script, interruptible, _publicAddress))
        {
            await _socket.SendAsync(message, cancellation);
        }

        _replied = true;
    }

    private void Wait(TimeSpan patience)
    {
        StopWaiting();

        // A new timer each time: one that has just fired must not speak for the setting after it.
        var setting = _timerSetting;
        _timer = _time.CreateTimer(_ => _socket.Write(new TimeUp(setting)), null, patience, Timeout.InfiniteTimeSpan);
    }

    private void StopWaiting()
    {
        _timerSetting++;
        _timer?.Dispose();
        _timer = null;
    }
}
