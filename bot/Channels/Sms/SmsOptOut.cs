namespace CroissanceConnectee.Bot.Channels.Sms;

/// A number that wants no more text messages, known by its hash alone: nothing else of it is needed to leave it in peace.
public sealed class SmsOptOut
{
    public required string NumberHash { get; init; }

    public required DateTimeOffset At { get; init; }
}
