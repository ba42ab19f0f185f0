using System.Globalization;
using System.Text;

namespace CroissanceConnectee.Telephony;

internal static class MessageReader
{
    // What the provider itself understands on any number, and answers.
    private static readonly string[] ProvidersStops = ["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"];
    private static readonly string[] ProvidersStarts = ["START", "UNSTOP"];

    // French law wants STOP; people also write these.
    private static readonly string[] OurStops = ["STOP SMS", "STOPSMS", "ARRET", "ARRETER", "ARRETEZ", "DESABONNER", "DESABONNEMENT", "DESINSCRIRE", "DESINSCRIPTION"];
    private static readonly string[] OurStarts = ["REPRENDRE", "REABONNER"];

    public static TextMessage? Read(WebhookForm form)
    {
        if ((form.Text("MessageSid") ?? form.Text("SmsSid")) is not { } id)
        {
            return null;
        }

        var text = form["Body"] ?? "";
        var word = Bare(text);
        var byProvider = form.Text("OptOutType") is not null || ProvidersStops.Contains(word) || ProvidersStarts.Contains(word);
        return new TextMessage(id, form["From"] ?? "", form["To"] ?? "", text)
        {
            Media = [.. Enumerable.Range(0, Math.Min(form.Whole("NumMedia") ?? 0, 20))
                .Select(index => form.Address("MediaUrl" + index.ToString(CultureInfo.InvariantCulture)))
                .OfType<Uri>()],
            Subscription = form["OptOutType"] switch
            {
                "STOP" => Subscription.Stop,
                "START" => Subscription.Start,
                "HELP" => Subscription.Help,
                _ when ProvidersStops.Contains(word) || OurStops.Contains(word) => Subscription.Stop,
                _ when ProvidersStarts.Contains(word) || OurStarts.Contains(word) => Subscription.Start,
                _ => Subscription.Unchanged,
            },
            AnsweredByProvider = byProvider,
        };
    }

    /// Capitals without accents, and without what surrounds them: `« Arrêt. »` is ARRET.
    private static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) || letter == ' ')
            {
                bare.Append(char.ToUpperInvariant(letter));
            }
        }

        return bare.ToString().Trim();
    }
}
