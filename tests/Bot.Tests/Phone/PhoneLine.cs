using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Channels.Phone;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Telephony;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// The line as a caller reaches it: signed webhooks at a public address.
internal static class PhoneLine
{
    public const string Mobile = "+33612345678";
    public const string Landline = "+33199002055";

    private const string Token = "un jeton de test";

    public static readonly Uri Address = new("https://voix.example.fr/");

    private static readonly (string Key, string Value)[] Signed = [("Twilio:AuthToken", Token), ("Twilio:PublicBaseUrl", "https://voix.example.fr")];

    public static BotApplication Start(params (string Key, string Value)[] settings) =>
        new([.. Signed, .. settings]);

    /// The line on a day and at an hour.
    public static BotApplication StartAt(TimeProvider clock, params (string Key, string Value)[] settings) =>
        new([.. Signed, .. settings]) { Clock = clock };

    public static Caller Caller(this BotApplication bot, string call = "CA1", string number = Mobile, bool twice = false, TimeSpan? patience = null) =>
        new(bot.CreateClient(), Address, call, number, (url, form) => WebhookSignature.Compute(Token, url, form)) { Twice = twice, Patience = patience ?? TimeSpan.FromSeconds(15) };

    public static async Task<Caller> CallAsync(this BotApplication bot, string call = "CA1", string number = Mobile, bool twice = false)
    {
        var caller = bot.Caller(call, number, twice);
        await caller.CallAsync();
        return caller;
    }

    /// Presses the key that is told for a choice, on whichever page it is.
    public static async Task ChooseAsync(this Caller caller, string label, Language language = Language.French)
    {
        for (var page = 0; page < 12; page++)
        {
            if (KeyOf(caller.Heard, ForTheEar.Write(label.Split(" (")[0], language)) is { } key)
            {
                await caller.PressAsync(key);
                return;
            }

            await caller.PressAsync(KeyOf(caller.Heard, "d'autres réponses") ?? KeyOf(caller.Heard, "revenir aux premières réponses") ?? "#");
        }

        Assert.Fail($"'{label}' is on no page of the menu:\n{string.Join('\n', caller.Transcript)}");
    }

    /// Keys only, until something is said: the first way on, whatever it is.
    public static string? KeyOf(string heard, string label)
    {
        var told = Regex.Match(heard, $@"{Regex.Escape(label)} ?(?:,|:) (?:tapez|press) (\w+)", RegexOptions.IgnoreCase);
        return told.Success ? Keys[told.Groups[1].Value] : null;
    }

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["un"] = "1",
        ["deux"] = "2",
        ["trois"] = "3",
        ["quatre"] = "4",
        ["cinq"] = "5",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
    };
}
