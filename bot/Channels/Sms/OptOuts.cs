using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Channels.Sms;

/// STOP and START, whoever answered them first: the provider, or we.
public static class OptOuts
{
    public static Task<bool> HasOptedOutAsync(this ProductContext data, NumberHash hash, string number, CancellationToken cancellation)
    {
        var hashed = hash.Of(number);
        return data.SmsOptOuts.AnyAsync(one => one.NumberHash == hashed, cancellation);
    }

    public static async Task OptOutAsync(this ProductContext data, NumberHash hash, string number, TimeProvider clock, CancellationToken cancellation)
    {
        if (!await data.HasOptedOutAsync(hash, number, cancellation))
        {
            data.SmsOptOuts.Add(new SmsOptOut { NumberHash = hash.Of(number), At = clock.GetUtcNow() });
            await data.SaveChangesAsync(cancellation);
        }
    }

    public static Task OptInAsync(this ProductContext data, NumberHash hash, string number, CancellationToken cancellation)
    {
        var hashed = hash.Of(number);
        return data.SmsOptOuts.Where(one => one.NumberHash == hashed).ExecuteDeleteAsync(cancellation);
    }
}
