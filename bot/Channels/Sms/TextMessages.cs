using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Sms;

/// What comes in by text message: STOP and START, and questions that belong elsewhere.
public sealed class TextMessages(IDbContextFactory<ProductContext> contexts, NumberHash hash, IOptions<SiteOptions> site, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> AnswerAsync(TextMessage message, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        switch (message.Subscription)
        {
            case Subscription.Stop:
                await data.OptOutAsync(hash, message.From, clock, cancellation);
                return [Gsm7.Plain(PhoneTexts.SmsStopped)];
            case Subscription.Start:
                await data.OptInAsync(hash, message.From, cancellation);
                return [Gsm7.Plain(PhoneTexts.SmsStarted)];
            default:
                // Whoever opted out is not written to, not even to say that.
                return await data.HasOptedOutAsync(hash, message.From, cancellation)
                    ? []
                    : [Gsm7.Plain(Written.Fill(PhoneTexts.SmsNobodyReads, site.Value.Address("/")))];
        }
    }
}
