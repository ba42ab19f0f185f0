using System.Text.Json;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Sms;

/// To is E.164.
public sealed record Sms(string To, string Text);

public sealed class SmsDelivery(
    ICallControl line, IDbContextFactory<ProductContext> contexts, NumberHash hash, IOptions<TelephonyOptions> options, TimeProvider clock) : IDelivery
{
    // The recipient has opted out at the provider.
    private const int OptedOut = 21610;

    // The provider's clock is not ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    public string Kind => OutboxKinds.Sms;

    public async Task<OutboxState> DeliverAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (options.Value.AccountSid.Length == 0)
        {
            return OutboxState.Kept;
        }

        var sms = JsonSerializer.Deserialize(message.Payload, OutboxJson.Default.Sms)!;
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        if (await data.HasOptedOutAsync(hash, sms.To, cancellation))
        {
            throw new UndeliverableException("The recipient wants no text messages.");
        }

        // Tried before: that one may have gone out although nobody heard of it.
        if (message.Attempts > 1 && await WentOutAsync(message, sms, cancellation))
        {
            return OutboxState.Done;
        }

        var outcome = await line.SendAsync(new OutboundMessage(sms.To, sms.Text), cancellation);
        if (outcome is { Kind: OutcomeKind.Refused, Code: OptedOut })
        {
            await data.OptOutAsync(hash, sms.To, clock, cancellation);
        }

        return outcome.Kind switch
        {
            OutcomeKind.Done => OutboxState.Done,
            OutcomeKind.NotConfigured => OutboxState.Kept,
            OutcomeKind.Refused => throw new UndeliverableException($"The provider refused it ({outcome.Status}, {outcome.Code})."),
            _ => throw new InvalidOperationException($"Not sent so far: {outcome.Kind} ({outcome.Status}, {outcome.Code})."),
        };
    }

    private async Task<bool> WentOutAsync(OutboxMessage message, Sms sms, CancellationToken cancellation)
    {
        var found = await line.FindMessagesAsync(sms.To, message.CreatedAt - ClockDifference, cancellation);
        return found is { Kind: OutcomeKind.Done, Value: { } sent }
            ? sent.Any(one => one.Text == sms.Text && one.Status is not MessageStatus.Failed)
            : throw new InvalidOperationException($"Whether it went out is not known so far: {found.Kind} ({found.Status}, {found.Code}).");
    }
}
