using System.Text.Json;
using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Support;

/// What the bot said and wrote, as a test compares it.
internal static class Reading
{
    /// Spaces that do not break, wide and narrow, as the plain ones of a test.
    public static string Plain(this string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');

    /// All that was said, one saying a line.
    public static string Text(this IEnumerable<BotActivity> activities) => string.Join('\n', activities.Select(activity => activity.Says)).Plain();

    /// All mails that were written, sent or not, in their order.
    public static Task<List<Email>> MailsAsync(this BotApplication bot) => bot.ReadDataAsync(async data =>
        (await data.Outbox.AsNoTracking().Where(message => message.Kind == OutboxKinds.Email).OrderBy(message => message.CreatedAt)
            .ToListAsync(TestContext.Current.CancellationToken))
            .ConvertAll(message => JsonSerializer.Deserialize(message.Payload, OutboxJson.Default.Email)!));
}
