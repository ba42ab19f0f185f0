using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Telephony;

/// Answers sockets: each begins with a message that says which call it is, and what the call waits for.
internal sealed class RelaySessions(TurnRunner runner, RelayMemory memory, TimeProvider time, ILogger<RelaySession> logger)
{
    // The first message comes at once, or is not going to.
    private static readonly TimeSpan SetupLimit = TimeSpan.FromSeconds(10);

    // The provider closes after the last message; one that does not is left.
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(5);

    public async Task RunAsync(WebSocket accepted, string publicAddress, CancellationToken aborted)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var socket = new RelaySocket(accepted);
        var receiving = socket.ReceiveAsync(cancellation.Token);
        var call = "";
        var goodbye = WebSocketCloseStatus.NormalClosure;
        try
        {
            var first = await socket.Inputs.ReadAsync(cancellation.Token).AsTask().WaitAsync(SetupLimit, time, cancellation.Token);
            if (first is not Received { Message: { Type: "setup" } setup } || setup["callSid"].Length == 0)
            {
                goodbye = WebSocketCloseStatus.PolicyViolation;
                return;
            }

            call = setup["callSid"];
            await using var session = new RelaySession(socket, runner, memory, time, logger, publicAddress, Begin(setup));
            await session.RunAsync(Whole(setup.Parameter(RelayVerbs.GreetingParameter)), cancellation.Token);
            await receiving.WaitAsync(FarewellLimit, time, cancellation.Token);
        }
        catch (Exception exception) when (IsTheNetworks(exception))
        {
            // Callers hang up and networks break: what becomes of the call is decided where the provider asks next.
            TelephonyLog.RelayClosed(logger, exception, call);
        }
        finally
        {
            await LeaveAsync(socket, receiving, goodbye, cancellation.Token);
            await cancellation.CancelAsync();
            await receiving;
        }
    }

    private async Task LeaveAsync(RelaySocket socket, Task receiving, WebSocketCloseStatus goodbye, CancellationToken cancellation)
    {
        try
        {
            await socket.CloseAsync(goodbye, cancellation);
            await receiving.WaitAsync(FarewellLimit, time, cancellation);
        }
        catch (Exception exception) when (IsTheNetworks(exception))
        {
            TelephonyLog.RelayClosed(logger, exception, "");
        }
    }

    private static bool IsTheNetworks(Exception exception) =>
        exception is ChannelClosedException or WebSocketException or OperationCanceledException or TimeoutException or IOException or ObjectDisposedException;

    private static RelayState Begin(RelayMessage setup) => new(
        new CallTurn(setup["callSid"], Whole(setup.Parameter(RelayVerbs.NumberParameter)), new Silent())
        {
            Caller = setup["from"],
            Called = setup["to"],
            Status = CallStatus.InProgress,
            Direction = setup["direction"] switch
            {
                "inbound" => CallDirection.Inbound,
                { Length: > 0 } => CallDirection.Outbound,
                _ => CallDirection.Unknown,
            },
            ForwardedFrom = setup["forwardedFrom"] is { Length: > 0 } from ? from : null,
            Apologies = Whole(setup.Parameter(RelayVerbs.ApologiesParameter)),
        },
        Question(setup.Parameter(RelayVerbs.ListenParameter)),
        setup.Parameter(RelayVerbs.LanguageParameter));

    private static Listen Question(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Listen>(json, RelayJson.Options) ?? new Listen();
        }
        catch (JsonException)
        {
            return new Listen();
        }
    }

    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// Where a call stands when its socket opens: the turn to come, whose input is still missing, and what is being waited for.
internal sealed record RelayState(CallTurn Turn, Listen Listen, string Language);
