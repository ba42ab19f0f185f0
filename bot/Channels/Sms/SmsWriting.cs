using System.Globalization;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Channels.Sms;

/// What callers get in writing, in the plain alphabet where that changes nothing. Pure.
public static class SmsWriting
{
    // The provider refuses longer ones.
    private const int Longest = 1600;

    /// An answer in full, with its sources and links.
    public static IEnumerable<string> Answer(Reply reply, SiteOptions site)
    {
        var lines = reply.Parts.Select(part => part switch
        {
            Say say => say.Text,
            Cite cite => string.Create(CultureInfo.InvariantCulture, $"({cite.Name}, {cite.TrueOn:yyyy-MM-dd}) {cite.Url}"),
            Offer offer => $"{offer.Label} : {site.Address(offer.Address)}",
            _ => "",
        });
        return Cut(Signed(string.Join('\n', lines.Where(line => line.Length > 0))));
    }

    /// The way to go on with a diagnosis elsewhere; without one, to the site.
    public static string Link(Diagnosis? diagnosis, SiteOptions site) => Signed(diagnosis is null
        ? Written.Fill(PhoneTexts.SmsSite, site.Address("/"))
        : Written.Fill(PhoneTexts.SmsLink, site.Address($"/?reprendre={diagnosis.ResumeCode}"), diagnosis.ResumeCode));

    public static string Summary(Diagnosis diagnosis, DiagnosisResult result, SiteOptions site, Language language) => Signed(Written.Fill(
        PhoneTexts.SmsSummary,
        result.Level.Name.In(language),
        result.Level.Step,
        string.Join(" ; ", result.Plan.Take(2).Select(step => step.Title.In(language))),
        site.Address($"/diagnostic/{diagnosis.ReportToken}"),
        diagnosis.ResumeCode));

    /// As many messages as it takes, cut between words and numbered, so that what arrives out of order can be read.
    public static IEnumerable<string> Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return [text];
        }

        const int Numbering = 8;
        var pieces = new List<string>();
        while (text.Length > 0)
        {
            var room = Math.Min(text.Length, Longest - Numbering);
            var space = room < text.Length ? text.LastIndexOfAny([' ', '\n'], room - 1) : room;
            var cut = space > 0 ? space : room;
            pieces.Add(text[..cut].Trim());
            text = text[cut..].TrimStart();
        }

        return pieces.Select((piece, at) => $"{at + 1}/{pieces.Count} {piece}");
    }

    private static string Signed(string text) => Gsm7.Plain($"{text}\n{PhoneTexts.SmsStop}");
}
