using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

public static class DeskMail
{
    /// What concerns a request goes to the desk, and to whoever looks after it.
    public static async Task EnqueueAsync(this ProductContext data, Email toTheDesk, Guid? expertId, TimeProvider clock, CancellationToken cancellation)
    {
        data.Enqueue(toTheDesk, clock);
        if (expertId is not null && await data.Experts.Where(expert => expert.Id == expertId).Select(expert => expert.Email).FirstOrDefaultAsync(cancellation) is { } address)
        {
            data.Enqueue(toTheDesk with { To = address }, clock);
        }
    }
}
